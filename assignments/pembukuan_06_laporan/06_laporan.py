# ---
# jupyter:
#   jupytext:
#     cell_metadata_filter: nbgrader,tags,-all
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown] nbgrader={"grade": false, "grade_id": "petunjuk", "locked": true, "schema_version": 3, "solution": false, "task": false}
# # Latihan: Laporan SAK EMKM
#
# Isi soal 1 sampai 9 dari atas ke bawah, satu per satu. Waktunya kira-kira 25 menit. Tidak perlu terburu-buru, dan petunjuk boleh dibaca sesering yang Anda mau.
#
# Ganti tiga titik `...` dengan rumus, lalu tekan **▶ Jalankan**. Petunjuknya muncul di bawah jawaban. Angka rupiah ditulis di dalam `rp("...")`.
#
# Di bawah tiap soal ada nama-nama angka. Tidak semuanya perlu dipakai.

# %% [markdown] nbgrader={"grade": false, "grade_id": "toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Toko Anda
#
# Jalankan sel ini lebih dulu. Kartu dan jurnalnya milik toko Anda sendiri. Anda menyusun laporan bulan Oktober 2026.

# %% nbgrader={"grade": false, "grade_id": "buka_toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
from latihan import *

buka("pembukuan_06_laporan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_penjualan_bersih", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 1. Penjualan bersih
#
# Berapa **rupiah** penjualan bersih bulan Oktober?
#
# Nama angka: `penjualan_kotor`, `retur_diskon`, `biaya_lokapasar`, `uang_muka`, `piutang`

# %% nbgrader={"grade": false, "grade_id": "jawab_penjualan_bersih", "locked": false, "schema_version": 3, "solution": true, "task": false}
penjualan_bersih = ...
### BEGIN SOLUTION
penjualan_bersih = penjualan_kotor - retur_diskon
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "penjualan_bersih", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("penjualan_bersih")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_hpp_terjual", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 2. Harga pokok penjualan
#
# Berapa **rupiah** harga pokok sate bandeng yang terjual?
#
# Nama angka: `persediaan_awal`, `biaya_produksi`, `persediaan_akhir`, `utang_usaha`

# %% nbgrader={"grade": false, "grade_id": "jawab_hpp_terjual", "locked": false, "schema_version": 3, "solution": true, "task": false}
hpp_terjual = ...
### BEGIN SOLUTION
hpp_terjual = persediaan_awal + biaya_produksi - persediaan_akhir
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "hpp_terjual", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("hpp_terjual")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_penyusutan_bulan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 3. Penyusutan satu bulan
#
# Berapa **rupiah** penyusutan alat bulan Oktober?
#
# Nama angka: `harga_peralatan`, `umur_bulan`, `nilai_jual_kembali`, `akumulasi_awal`

# %% nbgrader={"grade": false, "grade_id": "jawab_penyusutan_bulan", "locked": false, "schema_version": 3, "solution": true, "task": false}
penyusutan_bulan = ...
### BEGIN SOLUTION
penyusutan_bulan = harga_peralatan / umur_bulan
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "penyusutan_bulan", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("penyusutan_bulan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_laba_sebelum_pajak", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 4. Laba sebelum pajak
#
# Berapa **rupiah** laba sebelum pajak?
#
# Nama angka: `penjualan_bersih`, `hpp_terjual`, `biaya_lokapasar`, `biaya_iklan`, `biaya_listrik`, `bunga_bank`, `penyusutan_bulan`, `prive`, `piutang`

# %% nbgrader={"grade": false, "grade_id": "jawab_laba_sebelum_pajak", "locked": false, "schema_version": 3, "solution": true, "task": false}
laba_sebelum_pajak = ...
### BEGIN SOLUTION
laba_sebelum_pajak = (
    penjualan_bersih
    - hpp_terjual
    - biaya_lokapasar
    - biaya_iklan
    - biaya_listrik
    - bunga_bank
    - penyusutan_bulan
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "laba_sebelum_pajak", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
cek("laba_sebelum_pajak")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_laba_bersih", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 5. Laba bersih
#
# Berapa **rupiah** laba bersih?
#
# Nama angka: `laba_sebelum_pajak`, `pajak_final`, `prive`

# %% nbgrader={"grade": false, "grade_id": "jawab_laba_bersih", "locked": false, "schema_version": 3, "solution": true, "task": false}
laba_bersih = ...
### BEGIN SOLUTION
laba_bersih = laba_sebelum_pajak - pajak_final
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "laba_bersih", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("laba_bersih")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_total_aset", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 6. Total aset
#
# Berapa **rupiah** total aset pada 31 Oktober?
#
# Nama angka: `kas`, `saldo_lokapasar`, `piutang`, `persediaan_awal`, `persediaan_akhir`, `harga_peralatan`, `akumulasi_awal`, `penyusutan_bulan`

# %% nbgrader={"grade": false, "grade_id": "jawab_total_aset", "locked": false, "schema_version": 3, "solution": true, "task": false}
total_aset = ...
### BEGIN SOLUTION
total_aset = (
    kas
    + saldo_lokapasar
    + piutang
    + persediaan_akhir
    + harga_peralatan
    - akumulasi_awal
    - penyusutan_bulan
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "total_aset", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
cek("total_aset")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_total_liabilitas", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 7. Total liabilitas
#
# Berapa **rupiah** total liabilitas pada 31 Oktober?
#
# Nama angka: `utang_usaha`, `utang_bank`, `uang_muka`, `pajak_final`, `piutang`

# %% nbgrader={"grade": false, "grade_id": "jawab_total_liabilitas", "locked": false, "schema_version": 3, "solution": true, "task": false}
total_liabilitas = ...
### BEGIN SOLUTION
total_liabilitas = utang_usaha + utang_bank + uang_muka + pajak_final
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "total_liabilitas", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("total_liabilitas")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_ekuitas_akhir", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 8. Ekuitas
#
# Berapa **rupiah** ekuitas pada 31 Oktober?
#
# Sesudah itu periksa sendiri: `total_aset - total_liabilitas - ekuitas_akhir` harus nol.
#
# Nama angka: `modal_awal`, `setoran`, `laba_bersih`, `prive`

# %% nbgrader={"grade": false, "grade_id": "jawab_ekuitas_akhir", "locked": false, "schema_version": 3, "solution": true, "task": false}
ekuitas_akhir = ...
### BEGIN SOLUTION
ekuitas_akhir = modal_awal + setoran + laba_bersih - prive
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "ekuitas_akhir", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("ekuitas_akhir")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_catatan_laporan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 9. Catatan atas laporan keuangan
#
# Petugas bank membaca laporan Anda. **Tulis catatannya, tiga sampai enam kalimat.** Sebut standar yang dipakai. Sebut cara menilai persediaan (dari catatan kartu stok, masuk pertama keluar pertama) dan cara menghitung penyusutan. Lalu rinci satu angka yang penting. Tutup dengan satu kalimat: mengapa laba tidak sama dengan tambahan kas.
#
# Soal ini dibaca dan dinilai oleh pendamping.
#
# | Nilai | Isi jawaban |
# |---|---|
# | 4 | SAK EMKM disebut. Cara menilai persediaan dan menghitung penyusutan keduanya benar. Satu angka dirinci dengan rupiah yang cocok dengan laporan. Beda laba dan kas dijelaskan dengan contoh dari toko sendiri. |
# | 3 | SAK EMKM dan kedua cara disebut dengan benar. Rincian angka atau penjelasan beda laba dan kas belum lengkap. |
# | 2 | Hanya satu cara yang disebut, atau rinciannya tanpa rupiah dari toko sendiri. |
# | 1 | Hanya mengulang angka laporan, tanpa standar dan tanpa cara. |

# %%
# Tempat coret-coretan, tidak dinilai. Hitunglah apa saja di sini.

# %% [markdown] nbgrader={"grade": true, "grade_id": "catatan_laporan", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# Laporan ini disusun menurut SAK EMKM, dalam rupiah, untuk bulan Oktober 2026. Persediaan dinilai menurut cara masuk pertama keluar pertama (MPKP). Alat disusutkan garis lurus tanpa nilai sisa, sebesar jawaban soal 3 sebulan. Piutang seluruhnya tagihan kepada rumah makan, sebesar angka di kartu, dan dibayar November. Laba tidak sama dengan tambahan kas, karena piutang itu sudah menjadi penjualan tetapi uangnya belum datang, dan prive mengurangi kas tanpa mengurangi laba.
# ### END SOLUTION

# %% [markdown] nbgrader={"grade": false, "grade_id": "selesai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Selesai
#
# Periksa sekali lagi apakah semua soal sudah terisi. Lalu tekan tombol **Kirim** di atas. Pendamping Anda akan membaca jawabannya.
