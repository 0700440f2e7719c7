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
# # Latihan: Uang Usaha vs Uang Pribadi
#
# Isi soal 1 sampai 8 dari atas ke bawah, satu per satu. Waktunya kira-kira 20 menit. Tidak perlu terburu-buru, dan petunjuk boleh dibaca sesering yang Anda mau.
#
# Ganti tiga titik `...` dengan jawaban, lalu tekan **▶ Jalankan**. Petunjuknya muncul di bawah jawaban. Angka rupiah ditulis di dalam `rp("...")`.
#
# Di bawah tiap soal ada nama-nama angka. Tidak semuanya perlu dipakai.

# %% [markdown] nbgrader={"grade": false, "grade_id": "toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Toko Anda
#
# Jalankan sel ini lebih dulu. Catatan dan angkanya milik toko Anda sendiri.

# %% nbgrader={"grade": false, "grade_id": "buka_toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
from latihan import *

buka("pembukuan_01_uang_usaha")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_label_transaksi", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 1. Label sepuluh transaksi
#
# Lihat tabel **Belum berlabel**. Tulis satu huruf untuk tiap nomor, 11 sampai 20, di antara dua tanda kutip.
#
# `U` usaha, `P` pribadi, `C` campuran. Contoh bentuknya: `"UUPCU PPUUC"`.

# %% nbgrader={"grade": false, "grade_id": "jawab_label_transaksi", "locked": false, "schema_version": 3, "solution": true, "task": false}
label_transaksi = ...
### BEGIN SOLUTION
# Dibaca dari tabel, jadi lain di tiap toko.
label_transaksi = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "pembukuan_01_uang_usaha", "label_transaksi"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "label_transaksi", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
cek("label_transaksi")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_listrik_usaha", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 2. Listrik usaha
#
# Berapa **rupiah** bagian usaha dari tagihan listrik?
#
# Nama angka: `tagihan_listrik`, `bagian_usaha`

# %% nbgrader={"grade": false, "grade_id": "jawab_listrik_usaha", "locked": false, "schema_version": 3, "solution": true, "task": false}
listrik_usaha = ...
### BEGIN SOLUTION
listrik_usaha = tagihan_listrik * bagian_usaha
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "listrik_usaha", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("listrik_usaha")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_total_prive", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 3. Prive
#
# Berapa **rupiah** seluruh uang usaha yang dipakai keluarga bulan ini?
#
# Nama angka: `belanja_dapur`, `uang_sekolah`, `arisan`, `tagihan_listrik`, `listrik_usaha`, `beli_wajan`

# %% nbgrader={"grade": false, "grade_id": "jawab_total_prive", "locked": false, "schema_version": 3, "solution": true, "task": false}
total_prive = ...
### BEGIN SOLUTION
total_prive = belanja_dapur + uang_sekolah + arisan + tagihan_listrik - listrik_usaha
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "total_prive", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("total_prive")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_total_beban", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 4. Beban usaha
#
# Berapa **rupiah** beban usaha bulan ini?
#
# Nama angka: `beli_melinjo`, `upah_tumbuk`, `ongkir`, `tagihan_listrik`, `listrik_usaha`, `beli_wajan`, `total_prive`

# %% nbgrader={"grade": false, "grade_id": "jawab_total_beban", "locked": false, "schema_version": 3, "solution": true, "task": false}
total_beban = ...
### BEGIN SOLUTION
total_beban = beli_melinjo + upah_tumbuk + ongkir + listrik_usaha
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "total_beban", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("total_beban")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_laba_bulan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 5. Laba
#
# Berapa **rupiah** laba bulan ini? Alat yang aus belum dihitung.
#
# Nama angka: `penjualan_tunai`, `setoran_modal`, `total_beban`, `total_prive`

# %% nbgrader={"grade": false, "grade_id": "jawab_laba_bulan", "locked": false, "schema_version": 3, "solution": true, "task": false}
laba_bulan = ...
### BEGIN SOLUTION
laba_bulan = penjualan_tunai - total_beban
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "laba_bulan", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("laba_bulan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_kas_akhir", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 6. Isi laci
#
# Berapa **rupiah** seharusnya isi laci pada 31 Oktober? Semua uang pada kartu lewat laci itu.
#
# Nama angka: `kas_awal`, `penjualan_tunai`, `setoran_modal`, `beli_melinjo`, `upah_tumbuk`, `ongkir`, `tagihan_listrik`, `beli_wajan`, `belanja_dapur`, `uang_sekolah`, `arisan`

# %% nbgrader={"grade": false, "grade_id": "jawab_kas_akhir", "locked": false, "schema_version": 3, "solution": true, "task": false}
kas_akhir = ...
### BEGIN SOLUTION
kas_akhir = (
    kas_awal
    + penjualan_tunai
    + setoran_modal
    - beli_melinjo
    - upah_tumbuk
    - ongkir
    - tagihan_listrik
    - beli_wajan
    - belanja_dapur
    - uang_sekolah
    - arisan
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "kas_akhir", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
cek("kas_akhir")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_perubahan_modal", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 7. Perubahan modal
#
# Berapa **rupiah** modal Anda bertambah? Tulis angka minus jika berkurang.
#
# Nama angka: `setoran_modal`, `laba_bulan`, `total_prive`, `kas_awal`, `kas_akhir`

# %% nbgrader={"grade": false, "grade_id": "jawab_perubahan_modal", "locked": false, "schema_version": 3, "solution": true, "task": false}
perubahan_modal = ...
### BEGIN SOLUTION
perubahan_modal = setoran_modal + laba_bulan - total_prive
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "perubahan_modal", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("perubahan_modal")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_sisa_laba_setelah_prive", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 8. Sisa laba
#
# Berapa **rupiah** sisa laba setelah prive? Tulis angka minus jika keluarga mengambil lebih dari laba.
#
# Nama angka: `laba_bulan`, `total_prive`, `setoran_modal`

# %% nbgrader={"grade": false, "grade_id": "jawab_sisa_laba_setelah_prive", "locked": false, "schema_version": 3, "solution": true, "task": false}
sisa_laba_setelah_prive = ...
### BEGIN SOLUTION
sisa_laba_setelah_prive = laba_bulan - total_prive
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "sisa_laba_setelah_prive", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("sisa_laba_setelah_prive")

# %%
# Tempat coret-coretan, tidak dinilai. Hitunglah apa saja di sini.

# %% [markdown] nbgrader={"grade": false, "grade_id": "selesai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Selesai
#
# Periksa sekali lagi apakah semua soal sudah terisi. Lalu tekan tombol **Kirim** di atas.
