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
# # Uji Akhir Usaha Rintisan
#
# Uji ini untuk melihat apa yang Anda kuasai sesudah belajar. Soalnya sama dengan uji awal, angkanya lain.
#
# Isi soal 1 sampai 8. Ganti tiga titik `...` dengan jawaban, lalu tekan **▶ Jalankan**. Angka rupiah ditulis di dalam `rp("...")`. Waktunya kira-kira 20 menit.

# %% [markdown] nbgrader={"grade": false, "grade_id": "toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Kedai Anda
#
# Jalankan sel ini lebih dulu. Angkanya milik kedai Anda sendiri.

# %% nbgrader={"grade": false, "grade_id": "buka_toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
from latihan import *

buka("rintisan_99_uji_akhir")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_modal_awal", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 1. Modal awal
#
# Berapa **rupiah** modal awal seluruhnya?
#
# Nama angka: `alat`, `izin_dan_renovasi`, `modal_kerja`, `biaya_tetap`

# %% nbgrader={"grade": false, "grade_id": "jawab_modal_awal", "locked": false, "schema_version": 3, "solution": true, "task": false}
modal_awal = ...
### BEGIN SOLUTION
modal_awal = alat + izin_dan_renovasi + modal_kerja
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "modal_awal", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("modal_awal")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_impas_porsi", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 2. Titik impas
#
# Berapa **porsi** yang harus terjual sebulan agar tidak rugi? Pembulatan naik ditulis `bulat_naik(...)`.
#
# Nama angka: `biaya_tetap`, `harga`, `biaya_variabel`, `modal_awal`

# %% nbgrader={"grade": false, "grade_id": "jawab_impas_porsi", "locked": false, "schema_version": 3, "solution": true, "task": false}
impas_porsi = ...
### BEGIN SOLUTION
impas_porsi = bulat_naik(biaya_tetap / (harga - biaya_variabel))
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "impas_porsi", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("impas_porsi")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_porsi_untuk_target", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 3. Porsi untuk laba
#
# Berapa **porsi** sebulan agar labanya sebesar `target_laba`? Bulatkan naik.
#
# Nama angka: `biaya_tetap`, `target_laba`, `harga`, `biaya_variabel`

# %% nbgrader={"grade": false, "grade_id": "jawab_porsi_untuk_target", "locked": false, "schema_version": 3, "solution": true, "task": false}
porsi_untuk_target = ...
### BEGIN SOLUTION
porsi_untuk_target = bulat_naik((biaya_tetap + target_laba) / (harga - biaya_variabel))
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "porsi_untuk_target", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("porsi_untuk_target")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_izin_produk", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 4. Izin produk
#
# Lihat kartu produk di atas. Izin apa yang diperlukan? Pilih satu: `NIB`, `PIRT`, `MD`, atau `SIAP_SAJI`.

# %% nbgrader={"grade": false, "grade_id": "jawab_izin_produk", "locked": false, "schema_version": 3, "solution": true, "task": false}
izin_produk = ...
### BEGIN SOLUTION
# Dibaca dari kartu, jadi lain di tiap toko.
izin_produk = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "rintisan_99_uji_akhir", "izin_produk"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "izin_produk", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("izin_produk")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_batas_nib", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 5. Batas waktu NIB
#
# Toko daring Anda belum punya NIB. **Tanggal** berapa batas waktunya? Tulis di antara dua tanda kutip, misalnya `"17 Agustus 2026"`.
#
# Nama angka: `mulai_jualan`, `tgl_aturan`, `bulan_pedagang_lama`, `bulan_pedagang_baru`

# %% nbgrader={"grade": false, "grade_id": "jawab_batas_nib", "locked": false, "schema_version": 3, "solution": true, "task": false}
batas_nib = ...
### BEGIN SOLUTION
# Dibaca dari kartu, jadi lain di tiap toko.
batas_nib = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "rintisan_99_uji_akhir", "batas_nib"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "batas_nib", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("batas_nib")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_angsuran", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 6. Angsuran
#
# Berapa **rupiah** angsuran sebulan? Rumusnya `anuitas(...)`: pokok, bunga sebulan, lalu jumlah bulan, dipisahkan koma.
#
# Nama angka: `pokok`, `bunga_tahun`, `bulan`

# %% nbgrader={"grade": false, "grade_id": "jawab_angsuran", "locked": false, "schema_version": 3, "solution": true, "task": false}
angsuran = ...
### BEGIN SOLUTION
angsuran = anuitas(pokok, bunga_tahun / 12, bulan)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "angsuran", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("angsuran")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_total_bunga", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 7. Total bunga
#
# Berapa **rupiah** bunganya sampai lunas?
#
# Nama angka: `angsuran`, `bulan`, `pokok`, `bunga_tahun`

# %% nbgrader={"grade": false, "grade_id": "jawab_total_bunga", "locked": false, "schema_version": 3, "solution": true, "task": false}
total_bunga = ...
### BEGIN SOLUTION
total_bunga = angsuran * bulan - pokok
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "total_bunga", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("total_bunga")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_rasio_angsuran", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 8. Rasio angsuran
#
# Berapa bagian dari sisa uang usaha yang habis untuk **semua** angsuran, sebagai pecahan?
#
# Nama angka: `angsuran`, `angsuran_lain`, `kas_usaha_bulan`, `omzet_bulan`

# %% nbgrader={"grade": false, "grade_id": "jawab_rasio_angsuran", "locked": false, "schema_version": 3, "solution": true, "task": false}
rasio_angsuran = ...
### BEGIN SOLUTION
rasio_angsuran = (angsuran + angsuran_lain) / kas_usaha_bulan
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "rasio_angsuran", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("rasio_angsuran")

# %%
# Tempat coret-coretan, tidak dinilai. Hitunglah apa saja di sini.

# %% [markdown] nbgrader={"grade": false, "grade_id": "selesai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Selesai
#
# Periksa sekali lagi apakah semua soal sudah terisi. Lalu tekan tombol **Kirim** di atas.
