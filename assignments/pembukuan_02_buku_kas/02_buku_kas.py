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
# # Latihan: Buku Kas Harian
#
# Isi soal 1 sampai 9 dari atas ke bawah, satu per satu. Waktunya kira-kira 20 menit. Tidak perlu terburu-buru, dan petunjuk boleh dibaca sesering yang Anda mau.
#
# Ganti tiga titik `...` dengan angka atau rumus, lalu tekan **▶ Jalankan**. Petunjuknya muncul di bawah jawaban. Angka rupiah ditulis di dalam `rp("...")`.
#
# Di bawah beberapa soal ada nama-nama angka. Tidak semuanya perlu dipakai.

# %% [markdown] nbgrader={"grade": false, "grade_id": "toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Toko Anda
#
# Jalankan sel ini lebih dulu. Buku, nota, dan angkanya milik toko Anda sendiri. Di buku itu ada dua salah catat.

# %% nbgrader={"grade": false, "grade_id": "buka_toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
from latihan import *

buka("pembukuan_02_buku_kas")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_saldo_buku", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 1. Saldo menurut buku
#
# Berapa **rupiah** saldo menurut buku, sebelum diperbaiki?
#
# Nama angka: `saldo_awal`, `jumlah_masuk_tercatat`, `jumlah_keluar_tercatat`, `penjualan_tempo`

# %% nbgrader={"grade": false, "grade_id": "jawab_saldo_buku", "locked": false, "schema_version": 3, "solution": true, "task": false}
saldo_buku = ...
### BEGIN SOLUTION
saldo_buku = saldo_awal + jumlah_masuk_tercatat - jumlah_keluar_tercatat
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "saldo_buku", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("saldo_buku")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_nomor_baris_dobel", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 2. Baris dobel
#
# Satu nota keluar tercatat dua kali. Cari di tabel di atas. **Nomor** baris yang mana yang dicoret? Tulis nomor yang kedua.

# %% nbgrader={"grade": false, "grade_id": "jawab_nomor_baris_dobel", "locked": false, "schema_version": 3, "solution": true, "task": false}
nomor_baris_dobel = ...
### BEGIN SOLUTION
# Dibaca dari tabel, jadi lain di tiap toko.
nomor_baris_dobel = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "pembukuan_02_buku_kas", "nomor_baris_dobel"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "nomor_baris_dobel", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("nomor_baris_dobel")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_nilai_dobel", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 3. Jumlah yang dobel
#
# Berapa **rupiah** yang tercatat dua kali? Baca dari tabel di atas.

# %% nbgrader={"grade": false, "grade_id": "jawab_nilai_dobel", "locked": false, "schema_version": 3, "solution": true, "task": false}
nilai_dobel = ...
### BEGIN SOLUTION
# Dibaca dari tabel, jadi lain di tiap toko.
nilai_dobel = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "pembukuan_02_buku_kas", "nilai_dobel"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "nilai_dobel", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("nilai_dobel")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_kurang_catat", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 4. Kurang catat
#
# Satu penjualan tunai tertulis kurang satu angka nol. Bandingkan buku dengan nota di atas. Berapa **rupiah** yang kurang tercatat?

# %% nbgrader={"grade": false, "grade_id": "jawab_kurang_catat", "locked": false, "schema_version": 3, "solution": true, "task": false}
kurang_catat = ...
### BEGIN SOLUTION
# Dibaca dari tabel, jadi lain di tiap toko.
kurang_catat = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "pembukuan_02_buku_kas", "kurang_catat"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "kurang_catat", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("kurang_catat")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_saldo_dikoreksi", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 5. Saldo sesudah dikoreksi
#
# Berapa **rupiah** saldo sesudah kedua salah catat diperbaiki?
#
# Nama angka: `saldo_buku`, `nilai_dobel`, `kurang_catat`, `kas_fisik`

# %% nbgrader={"grade": false, "grade_id": "jawab_saldo_dikoreksi", "locked": false, "schema_version": 3, "solution": true, "task": false}
saldo_dikoreksi = ...
### BEGIN SOLUTION
saldo_dikoreksi = saldo_buku + nilai_dobel + kurang_catat
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "saldo_dikoreksi", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("saldo_dikoreksi")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_selisih_kas", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 6. Selisih kas
#
# Berapa **rupiah** selisih kas? Uang kurang ditulis sebagai angka minus.
#
# Nama angka: `kas_fisik`, `saldo_buku`, `saldo_dikoreksi`

# %% nbgrader={"grade": false, "grade_id": "jawab_selisih_kas", "locked": false, "schema_version": 3, "solution": true, "task": false}
selisih_kas = ...
### BEGIN SOLUTION
selisih_kas = kas_fisik - saldo_dikoreksi
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "selisih_kas", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("selisih_kas")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_penjualan_tunai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 7. Penjualan tunai
#
# Berapa **rupiah** penjualan tunai pekan itu?
#
# Nama angka: `jumlah_masuk_tercatat`, `kurang_catat`, `pinjaman`, `uang_muka_pembeli`, `penjualan_tempo`

# %% nbgrader={"grade": false, "grade_id": "jawab_penjualan_tunai", "locked": false, "schema_version": 3, "solution": true, "task": false}
penjualan_tunai = ...
### BEGIN SOLUTION
penjualan_tunai = jumlah_masuk_tercatat + kurang_catat - pinjaman - uang_muka_pembeli
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "penjualan_tunai", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
cek("penjualan_tunai")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_total_utang_baru", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 8. Utang baru
#
# Berapa **rupiah** utang baru pekan itu, kepada siapa pun?
#
# Nama angka: `pinjaman`, `uang_muka_pembeli`, `penjualan_tempo`

# %% nbgrader={"grade": false, "grade_id": "jawab_total_utang_baru", "locked": false, "schema_version": 3, "solution": true, "task": false}
total_utang_baru = ...
### BEGIN SOLUTION
total_utang_baru = pinjaman + uang_muka_pembeli
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "total_utang_baru", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("total_utang_baru")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_penjualan_semua", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 9. Seluruh penjualan
#
# Berapa **rupiah** seluruh penjualan pekan itu, tunai dan tempo?
#
# Nama angka: `penjualan_tunai`, `penjualan_tempo`, `uang_muka_pembeli`

# %% nbgrader={"grade": false, "grade_id": "jawab_penjualan_semua", "locked": false, "schema_version": 3, "solution": true, "task": false}
penjualan_semua = ...
### BEGIN SOLUTION
penjualan_semua = penjualan_tunai + penjualan_tempo
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "penjualan_semua", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("penjualan_semua")

# %%
# Tempat coret-coretan, tidak dinilai. Hitunglah apa saja di sini.

# %% [markdown] nbgrader={"grade": false, "grade_id": "selesai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Selesai
#
# Periksa sekali lagi apakah semua soal sudah terisi. Lalu tekan tombol **Kirim** di atas.
