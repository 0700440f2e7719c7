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
# # Latihan: Legalitas
#
# Isi soal 1 sampai 10 dari atas ke bawah, satu per satu. Waktunya kira-kira 20 menit. Tidak perlu terburu-buru, dan petunjuk boleh dibaca sesering yang Anda mau.
#
# Ganti tiga titik `...` dengan jawaban, lalu tekan **▶ Jalankan**. Pilihan ditulis dengan huruf besar, tanpa tanda kutip. Tanggal ditulis di antara dua tanda kutip.

# %% [markdown] nbgrader={"grade": false, "grade_id": "toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Toko Anda
#
# Jalankan sel ini lebih dulu. Kartu produk dan angkanya milik toko Anda sendiri. Aturan di kartu dapat berubah, jadi pastikan lagi sebelum Anda mengurus izin sungguhan.

# %% nbgrader={"grade": false, "grade_id": "buka_toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
from latihan import *

buka("rintisan_04_legalitas")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_izin_camilan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 1. Camilan
#
# Lihat kartu nomor 1. Izin apa yang diperlukan? Pilih satu: `NIB`, `PIRT`, `MD`, atau `SIAP_SAJI`.

# %% nbgrader={"grade": false, "grade_id": "jawab_izin_camilan", "locked": false, "schema_version": 3, "solution": true, "task": false}
izin_camilan = ...
### BEGIN SOLUTION
# Dibaca dari kartu, jadi lain di tiap toko.
izin_camilan = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "rintisan_04_legalitas", "izin_camilan"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "izin_camilan", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("izin_camilan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_izin_bandeng", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 2. Bandeng
#
# Lihat kartu nomor 2. Izin apa yang diperlukan? Pilih satu: `NIB`, `PIRT`, `MD`, atau `SIAP_SAJI`.

# %% nbgrader={"grade": false, "grade_id": "jawab_izin_bandeng", "locked": false, "schema_version": 3, "solution": true, "task": false}
izin_bandeng = ...
### BEGIN SOLUTION
# Dibaca dari kartu, jadi lain di tiap toko.
izin_bandeng = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "rintisan_04_legalitas", "izin_bandeng"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "izin_bandeng", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("izin_bandeng")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_izin_presto", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 3. Bandeng presto
#
# Lihat kartu nomor 3. Izin apa yang diperlukan? Pilih satu: `NIB`, `PIRT`, `MD`, atau `SIAP_SAJI`.

# %% nbgrader={"grade": false, "grade_id": "jawab_izin_presto", "locked": false, "schema_version": 3, "solution": true, "task": false}
izin_presto = ...
### BEGIN SOLUTION
# Dibaca dari kartu, jadi lain di tiap toko.
izin_presto = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "rintisan_04_legalitas", "izin_presto"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "izin_presto", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("izin_presto")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_izin_minuman", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 4. Minuman
#
# Lihat kartu nomor 4. Izin apa yang diperlukan? Pilih satu: `NIB`, `PIRT`, `MD`, atau `SIAP_SAJI`.

# %% nbgrader={"grade": false, "grade_id": "jawab_izin_minuman", "locked": false, "schema_version": 3, "solution": true, "task": false}
izin_minuman = ...
### BEGIN SOLUTION
# Dibaca dari kartu, jadi lain di tiap toko.
izin_minuman = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "rintisan_04_legalitas", "izin_minuman"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "izin_minuman", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("izin_minuman")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_izin_nasi", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 5. Makanan
#
# Lihat kartu nomor 5. Izin apa yang diperlukan? Pilih satu: `NIB`, `PIRT`, `MD`, atau `SIAP_SAJI`.

# %% nbgrader={"grade": false, "grade_id": "jawab_izin_nasi", "locked": false, "schema_version": 3, "solution": true, "task": false}
izin_nasi = ...
### BEGIN SOLUTION
# Dibaca dari kartu, jadi lain di tiap toko.
izin_nasi = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "rintisan_04_legalitas", "izin_nasi"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "izin_nasi", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("izin_nasi")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_izin_kerajinan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 6. Kerajinan
#
# Lihat kartu nomor 6. Izin apa yang diperlukan? Pilih satu: `NIB`, `PIRT`, `MD`, atau `SIAP_SAJI`.

# %% nbgrader={"grade": false, "grade_id": "jawab_izin_kerajinan", "locked": false, "schema_version": 3, "solution": true, "task": false}
izin_kerajinan = ...
### BEGIN SOLUTION
# Dibaca dari kartu, jadi lain di tiap toko.
izin_kerajinan = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "rintisan_04_legalitas", "izin_kerajinan"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "izin_kerajinan", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("izin_kerajinan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_batas_nib", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 7. Batas waktu NIB
#
# Toko daring Anda belum punya NIB. **Tanggal** berapa batas waktunya? Tulis hari, bulan, dan tahun di antara dua tanda kutip, misalnya `"17 Agustus 2026"`.
#
# Nama angka: `mulai_jualan`, `tgl_aturan`, `bulan_pedagang_lama`, `bulan_pedagang_baru`

# %% nbgrader={"grade": false, "grade_id": "jawab_batas_nib", "locked": false, "schema_version": 3, "solution": true, "task": false}
batas_nib = ...
### BEGIN SOLUTION
# Dibaca dari kartu, jadi lain di tiap toko.
batas_nib = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "rintisan_04_legalitas", "batas_nib"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "batas_nib", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
cek("batas_nib")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_halal_sudah_wajib", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 8. Halal
#
# Makanan Anda belum punya sertifikat halal. Bagaimana keadaannya hari ini? Pilih satu: `SUDAH` wajib, `BELUM` wajib, `IKUT_NIB`, atau `IKUT_PIRT`.
#
# Nama angka: `hari_ini`, `batas_halal`

# %% nbgrader={"grade": false, "grade_id": "jawab_halal_sudah_wajib", "locked": false, "schema_version": 3, "solution": true, "task": false}
halal_sudah_wajib = ...
### BEGIN SOLUTION
# Dibaca dari kartu, jadi lain di tiap toko.
halal_sudah_wajib = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "rintisan_04_legalitas", "halal_sudah_wajib"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "halal_sudah_wajib", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("halal_sudah_wajib")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_kelas_usaha", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 9. Kelas usaha
#
# Termasuk kelas apa usaha Anda? Pilih satu: `MIKRO`, `KECIL`, atau `MENENGAH`.
#
# Nama angka: `omzet_setahun`, `laba_setahun`, `batas_mikro`, `batas_kecil`

# %% nbgrader={"grade": false, "grade_id": "jawab_kelas_usaha", "locked": false, "schema_version": 3, "solution": true, "task": false}
kelas_usaha = ...
### BEGIN SOLUTION
# Dibaca dari kartu, jadi lain di tiap toko.
kelas_usaha = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "rintisan_04_legalitas", "kelas_usaha"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "kelas_usaha", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("kelas_usaha")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_urutan_langkah", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 10. Urutan langkah
#
# Lihat tabel empat langkah di atas. Tulis nomornya menurut urutan yang benar, empat angka di antara dua tanda kutip.

# %% nbgrader={"grade": false, "grade_id": "jawab_urutan_langkah", "locked": false, "schema_version": 3, "solution": true, "task": false}
urutan_langkah = ...
### BEGIN SOLUTION
# Dibaca dari kartu, jadi lain di tiap toko.
urutan_langkah = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "rintisan_04_legalitas", "urutan_langkah"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "urutan_langkah", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
cek("urutan_langkah")

# %%
# Tempat coret-coretan, tidak dinilai. Hitunglah apa saja di sini.

# %% [markdown] nbgrader={"grade": false, "grade_id": "selesai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Selesai
#
# Periksa sekali lagi apakah semua soal sudah terisi. Lalu tekan tombol **Kirim** di atas.
