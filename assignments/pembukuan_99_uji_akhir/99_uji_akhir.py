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
# # Uji Akhir Pembukuan
#
# Uji ini untuk melihat apa yang Anda kuasai sesudah belajar. Soalnya sama dengan uji awal, angkanya lain.
#
# Isi soal 1 sampai 8. Ganti tiga titik `...` dengan jawaban, lalu tekan **▶ Jalankan**. Angka rupiah ditulis di dalam `rp("...")`. Waktunya kira-kira 15 menit.

# %% [markdown] nbgrader={"grade": false, "grade_id": "toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Toko Anda
#
# Jalankan sel ini lebih dulu. Angkanya milik toko Anda sendiri.

# %% nbgrader={"grade": false, "grade_id": "buka_toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
from latihan import *

buka("pembukuan_99_uji_akhir")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_label_lima", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 1. Label lima transaksi
#
# Tulis satu huruf untuk tiap nomor di tabel, di antara dua tanda kutip: `U` usaha, `P` pribadi, `C` campuran.

# %% nbgrader={"grade": false, "grade_id": "jawab_label_lima", "locked": false, "schema_version": 3, "solution": true, "task": false}
label_lima = ...
### BEGIN SOLUTION
# Dibaca dari tabel, jadi lain di tiap toko.
label_lima = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "pembukuan_00_uji_awal", "label_lima"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "label_lima", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
cek("label_lima")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_laba_bulan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 2. Laba
#
# Berapa **rupiah** laba usaha bulan ini?
#
# Nama angka: `penjualan_bulan`, `beban_bulan`, `prive_bulan`, `setoran_bulan`

# %% nbgrader={"grade": false, "grade_id": "jawab_laba_bulan", "locked": false, "schema_version": 3, "solution": true, "task": false}
laba_bulan = ...
### BEGIN SOLUTION
laba_bulan = penjualan_bulan - beban_bulan
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "laba_bulan", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("laba_bulan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_saldo_buku", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 3. Saldo
#
# Berapa **rupiah** saldo menurut buku kas pada akhir bulan?
#
# Nama angka: `saldo_awal`, `uang_masuk`, `uang_keluar`, `pinjaman`

# %% nbgrader={"grade": false, "grade_id": "jawab_saldo_buku", "locked": false, "schema_version": 3, "solution": true, "task": false}
saldo_buku = ...
### BEGIN SOLUTION
saldo_buku = saldo_awal + uang_masuk - uang_keluar
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "saldo_buku", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("saldo_buku")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_penjualan_tunai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 4. Penjualan tunai
#
# Berapa **rupiah** penjualan di dalam uang yang masuk laci?
#
# Nama angka: `uang_masuk`, `pinjaman`, `uang_muka`, `saldo_awal`

# %% nbgrader={"grade": false, "grade_id": "jawab_penjualan_tunai", "locked": false, "schema_version": 3, "solution": true, "task": false}
penjualan_tunai = ...
### BEGIN SOLUTION
penjualan_tunai = uang_masuk - pinjaman - uang_muka
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "penjualan_tunai", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("penjualan_tunai")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_hpp_per_bungkus", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 5. HPP
#
# Berapa **rupiah** biaya membuat satu bungkus yang bisa dijual?
#
# Nama angka: `biaya_bahan`, `biaya_tenaga`, `biaya_overhead`, `bungkus_jadi`, `bungkus_rusak`

# %% nbgrader={"grade": false, "grade_id": "jawab_hpp_per_bungkus", "locked": false, "schema_version": 3, "solution": true, "task": false}
hpp_per_bungkus = ...
### BEGIN SOLUTION
hpp_per_bungkus = (biaya_bahan + biaya_tenaga + biaya_overhead) / (bungkus_jadi - bungkus_rusak)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "hpp_per_bungkus", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("hpp_per_bungkus")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_harga_jual", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 6. Harga jual
#
# Berapa **rupiah** harga satu bungkus agar marginnya sebesar `margin_target`? Margin adalah bagian dari harga jual.
#
# Nama angka: `hpp_per_bungkus`, `margin_target`

# %% nbgrader={"grade": false, "grade_id": "jawab_harga_jual", "locked": false, "schema_version": 3, "solution": true, "task": false}
harga_jual = ...
### BEGIN SOLUTION
harga_jual = hpp_per_bungkus / (1 - margin_target)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "harga_jual", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("harga_jual")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_pos_laporan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 7. Tempat di laporan
#
# Di kartu tertulis satu pos laporan. Termasuk apa pos itu? Pilih satu: `ASET`, `LIABILITAS`, `EKUITAS`, `PENDAPATAN`, atau `BEBAN`.

# %% nbgrader={"grade": false, "grade_id": "jawab_pos_laporan", "locked": false, "schema_version": 3, "solution": true, "task": false}
pos_laporan = ...
### BEGIN SOLUTION
# Pos di kartu lain di tiap toko.
pos_laporan = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "pembukuan_00_uji_awal", "pos_laporan"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "pos_laporan", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("pos_laporan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_modal_akhir", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 8. Modal akhir bulan
#
# Berapa **rupiah** modal pemilik pada akhir bulan?
#
# Nama angka: `modal_awal`, `setoran_bulan`, `laba_bulan`, `prive_bulan`

# %% nbgrader={"grade": false, "grade_id": "jawab_modal_akhir", "locked": false, "schema_version": 3, "solution": true, "task": false}
modal_akhir = ...
### BEGIN SOLUTION
modal_akhir = modal_awal + setoran_bulan + laba_bulan - prive_bulan
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "modal_akhir", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("modal_akhir")

# %%
# Tempat coret-coretan, tidak dinilai. Hitunglah apa saja di sini.

# %% [markdown] nbgrader={"grade": false, "grade_id": "selesai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Selesai
#
# Periksa sekali lagi apakah semua soal sudah terisi. Lalu tekan tombol **Kirim** di atas.
