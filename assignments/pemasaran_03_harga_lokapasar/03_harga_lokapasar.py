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
# # Latihan: Harga Jual dan Potongan Lokapasar
#
# Isi soal 1 sampai 10 dari atas ke bawah, satu per satu. Waktunya kira-kira 25 menit. Tidak perlu terburu-buru, dan petunjuk boleh dibaca sesering yang Anda mau.
#
# Ganti tiga titik `...` dengan angka atau rumus, lalu tekan **▶ Jalankan**. Petunjuknya muncul di bawah jawaban. Angka rupiah ditulis di dalam `rp("...")`.
#
# Di bawah tiap soal ada nama-nama angka. Tidak semuanya perlu dipakai.

# %% [markdown] nbgrader={"grade": false, "grade_id": "toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Toko Anda
#
# Jalankan sel ini lebih dulu. Angka di kartu milik toko Anda sendiri. Tarifnya contoh untuk 23 November 2026.

# %% nbgrader={"grade": false, "grade_id": "buka_toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
from latihan import *

buka("pemasaran_03_harga_lokapasar")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_persen_potongan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 1. Semua persen
#
# Berapa **bagian** harga yang dipotong? Jumlahkan semua persen yang berlaku untuk toko ini. Tulis sebagai pecahan.
#
# Nama angka: `tarif_admin`, `tarif_program`, `tarif_pajak`, `omzet_setahun`

# %% nbgrader={"grade": false, "grade_id": "jawab_persen_potongan", "locked": false, "schema_version": 3, "solution": true, "task": false}
persen_potongan = ...
### BEGIN SOLUTION
persen_potongan = tarif_admin + tarif_program
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "persen_potongan", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("persen_potongan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_biaya_pesanan_per_barang", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 2. Biaya pesanan
#
# Berapa **rupiah** biaya pesanan untuk sepasang sepatu?
#
# Nama angka: `biaya_per_pesanan`, `barang_per_pesanan`

# %% nbgrader={"grade": false, "grade_id": "jawab_biaya_pesanan_per_barang", "locked": false, "schema_version": 3, "solution": true, "task": false}
biaya_pesanan_per_barang = ...
### BEGIN SOLUTION
biaya_pesanan_per_barang = biaya_per_pesanan / barang_per_pesanan
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "biaya_pesanan_per_barang", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("biaya_pesanan_per_barang")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_uang_diterima", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 3. Uang yang diterima
#
# Berapa **rupiah** yang Anda terima dari sepasang, dengan harga sekarang?
#
# Nama angka: `harga_toko`, `persen_potongan`, `biaya_pesanan_per_barang`, `hpp`

# %% nbgrader={"grade": false, "grade_id": "jawab_uang_diterima", "locked": false, "schema_version": 3, "solution": true, "task": false}
uang_diterima = ...
### BEGIN SOLUTION
uang_diterima = harga_toko * (1 - persen_potongan) - biaya_pesanan_per_barang
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "uang_diterima", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("uang_diterima")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_untung_sekarang", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 4. Untung sekarang
#
# Berapa **rupiah** untung dari sepasang, dengan harga sekarang? Rugi ditulis sebagai angka minus.
#
# Nama angka: `uang_diterima`, `harga_toko`, `hpp`, `kemas_kirim`

# %% nbgrader={"grade": false, "grade_id": "jawab_untung_sekarang", "locked": false, "schema_version": 3, "solution": true, "task": false}
untung_sekarang = ...
### BEGIN SOLUTION
untung_sekarang = uang_diterima - hpp - kemas_kirim
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "untung_sekarang", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("untung_sekarang")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_harga_impas", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 5. Harga impas
#
# Berapa **rupiah** harga impas sepasang?
#
# Nama angka: `hpp`, `kemas_kirim`, `biaya_pesanan_per_barang`, `persen_potongan`

# %% nbgrader={"grade": false, "grade_id": "jawab_harga_impas", "locked": false, "schema_version": 3, "solution": true, "task": false}
harga_impas = ...
### BEGIN SOLUTION
harga_impas = (hpp + kemas_kirim + biaya_pesanan_per_barang) / (1 - persen_potongan)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "harga_impas", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
cek("harga_impas")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_harga_untung", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 6. Harga yang memberi untung
#
# Berapa **rupiah** harga sepasang agar untungnya `untung_rupiah`?
#
# Nama angka: `hpp`, `kemas_kirim`, `biaya_pesanan_per_barang`, `untung_rupiah`, `persen_potongan`

# %% nbgrader={"grade": false, "grade_id": "jawab_harga_untung", "locked": false, "schema_version": 3, "solution": true, "task": false}
harga_untung = ...
### BEGIN SOLUTION
harga_untung = (hpp + kemas_kirim + biaya_pesanan_per_barang + untung_rupiah) / (
    1 - persen_potongan
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "harga_untung", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
cek("harga_untung")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_harga_pajang", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 7. Harga pajang
#
# Bulatkan harga di soal 6 **naik** ke kelipatan Rp500. Berapa **rupiah** harga pajangnya? Tulis angkanya.
#
# Nama angka: `harga_untung`

# %% nbgrader={"grade": false, "grade_id": "jawab_harga_pajang", "locked": false, "schema_version": 3, "solution": true, "task": false}
harga_pajang = ...
### BEGIN SOLUTION
harga_pajang = -(-harga_untung // 500) * 500
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "harga_pajang", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("harga_pajang")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_harga_margin", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 8. Harga untuk margin
#
# Berapa **rupiah** harga sepasang agar marginnya `margin_target`?
#
# Nama angka: `hpp`, `kemas_kirim`, `biaya_pesanan_per_barang`, `persen_potongan`, `margin_target`

# %% nbgrader={"grade": false, "grade_id": "jawab_harga_margin", "locked": false, "schema_version": 3, "solution": true, "task": false}
harga_margin = ...
### BEGIN SOLUTION
harga_margin = (hpp + kemas_kirim + biaya_pesanan_per_barang) / (
    1 - persen_potongan - margin_target
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "harga_margin", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("harga_margin")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_untung_dengan_voucher", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 9. Untung dengan voucher
#
# Harga tetap `harga_toko`, tetapi pembeli memakai voucher dari toko. Berapa **rupiah** untung sepasang?
#
# Nama angka: `harga_toko`, `voucher_penjual`, `persen_potongan`, `biaya_pesanan_per_barang`, `hpp`, `kemas_kirim`, `untung_sekarang`

# %% nbgrader={"grade": false, "grade_id": "jawab_untung_dengan_voucher", "locked": false, "schema_version": 3, "solution": true, "task": false}
untung_dengan_voucher = ...
### BEGIN SOLUTION
untung_dengan_voucher = (
    (harga_toko - voucher_penjual) * (1 - persen_potongan)
    - biaya_pesanan_per_barang
    - hpp
    - kemas_kirim
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "untung_dengan_voucher", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("untung_dengan_voucher")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_keputusan_harga", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 10. Harga toko sebelah
#
# Toko sebelah menjual sepatu yang mirip. Harganya 10% di bawah harga pajang Anda di soal 7.
#
# **Apa yang Anda lakukan, dan mengapa?** Tulis tiga sampai lima kalimat. Sebut harga impas Anda dalam rupiah. Sebut juga untung atau rugi sepasang jika harga Anda ikut turun 10%.
#
# Soal ini dibaca dan dinilai oleh pendamping.
#
# | Nilai | Isi jawaban |
# |---|---|
# | 4 | Ada keputusan yang jelas. Harga impas dan untung sesudah turun 10% disebut dengan angka yang benar. Alasannya memakai kedua angka itu. Ada satu langkah nyata, misalnya menghemat satu biaya atau menjual dua pasang sekaligus. |
# | 3 | Ada keputusan dan alasan dengan harga impas yang benar. Untung sesudah turun 10% belum disebut atau keliru hitung. |
# | 2 | Ada keputusan dan alasan, tetapi tanpa angka dari toko sendiri. |
# | 1 | Ada keputusan tanpa alasan, atau hanya mengikuti harga toko sebelah. |

# %%
# Tempat coret-coretan, tidak dinilai. Hitunglah apa saja di sini.

# %% [markdown] nbgrader={"grade": true, "grade_id": "keputusan_harga", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# Harga impas saya ada di soal 5. Jika turun 10%, harga baru adalah soal 7 dikali 0,9. Uang yang saya terima adalah harga baru dikali (1 − persen) dikurangi biaya pesanan, lalu dikurangi HPP dan kardus. Jika harga baru di bawah harga impas, saya rugi di tiap pasang. Saya tidak ikut turun. Saya menawarkan dua pasang sekaligus, supaya biaya pesanan ditanggung bersama, dan menulis ukuran serta bahan dengan jelas.
# ### END SOLUTION

# %% [markdown] nbgrader={"grade": false, "grade_id": "selesai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Selesai
#
# Periksa sekali lagi apakah semua soal sudah terisi. Lalu tekan tombol **Kirim** di atas. Pendamping Anda akan membaca jawabannya.
