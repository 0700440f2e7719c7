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
# # Latihan: Menghitung HPP
#
# Isi soal 1 sampai 10 dari atas ke bawah, satu per satu. Waktunya kira-kira 20 menit. Tidak perlu terburu-buru, dan petunjuk boleh dibaca sesering yang Anda mau.
#
# Ganti tiga titik `...` dengan rumus, lalu tekan **▶ Jalankan**. Petunjuknya muncul di bawah jawaban. Angka rupiah ditulis di dalam `rp("...")`.
#
# Di bawah tiap soal ada nama-nama angka. Tidak semuanya perlu dipakai.

# %% [markdown] nbgrader={"grade": false, "grade_id": "toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Toko Anda
#
# Jalankan sel ini lebih dulu. Angka di kartu ini milik toko Anda sendiri.

# %% nbgrader={"grade": false, "grade_id": "buka_toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
from latihan import *

buka("pembukuan_03_hpp")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_biaya_bahan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 1. Biaya bahan
#
# Berapa **rupiah** biaya melinjo untuk adonan ini? Melinjo yang dibeli lebih banyak daripada yang dipakai.
#
# Nama angka: `kg_dibeli`, `kg_melinjo`, `harga_melinjo`, `hasil_kg`

# %% nbgrader={"grade": false, "grade_id": "jawab_biaya_bahan", "locked": false, "schema_version": 3, "solution": true, "task": false}
biaya_bahan = ...
### BEGIN SOLUTION
biaya_bahan = kg_melinjo * harga_melinjo
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "biaya_bahan", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("biaya_bahan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_biaya_tenaga", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 2. Biaya tenaga
#
# Berapa **rupiah** biaya semua tenaga untuk adonan ini?
#
# Nama angka: `jam_pemilik`, `upah_per_jam`, `kg_ditumbuk`, `upah_tumbuk_per_kg`, `hasil_kg`

# %% nbgrader={"grade": false, "grade_id": "jawab_biaya_tenaga", "locked": false, "schema_version": 3, "solution": true, "task": false}
biaya_tenaga = ...
### BEGIN SOLUTION
biaya_tenaga = jam_pemilik * upah_per_jam + kg_ditumbuk * upah_tumbuk_per_kg
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "biaya_tenaga", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("biaya_tenaga")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_susut_alat", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 3. Penyusutan alat
#
# Berapa **rupiah** penyusutan alat untuk **satu adonan**?
#
# Nama angka: `harga_alat`, `umur_alat_bulan`, `adonan_per_bulan`

# %% nbgrader={"grade": false, "grade_id": "jawab_susut_alat", "locked": false, "schema_version": 3, "solution": true, "task": false}
susut_alat = ...
### BEGIN SOLUTION
susut_alat = harga_alat / umur_alat_bulan / adonan_per_bulan
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "susut_alat", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("susut_alat")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_biaya_overhead", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 4. Overhead
#
# Berapa **rupiah** seluruh overhead untuk adonan ini? Jawaban soal 3 boleh dipakai.
#
# Nama angka: `gas`, `listrik_usaha`, `harga_alat`, `susut_alat`

# %% nbgrader={"grade": false, "grade_id": "jawab_biaya_overhead", "locked": false, "schema_version": 3, "solution": true, "task": false}
biaya_overhead = ...
### BEGIN SOLUTION
biaya_overhead = gas + listrik_usaha + susut_alat
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "biaya_overhead", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("biaya_overhead")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_hasil_baik", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 5. Hasil baik
#
# Berapa **kilo** emping yang bisa dijual?
#
# Nama angka: `kg_melinjo`, `hasil_kg`, `rusak_kg`

# %% nbgrader={"grade": false, "grade_id": "jawab_hasil_baik", "locked": false, "schema_version": 3, "solution": true, "task": false}
hasil_baik = ...
### BEGIN SOLUTION
hasil_baik = hasil_kg - rusak_kg
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "hasil_baik", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("hasil_baik")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_hpp_per_kg", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 6. HPP per kilo
#
# Berapa **rupiah** HPP **satu kilo** emping?
#
# Nama angka: `biaya_bahan`, `biaya_tenaga`, `biaya_overhead`, `kg_melinjo`, `hasil_kg`, `hasil_baik`

# %% nbgrader={"grade": false, "grade_id": "jawab_hpp_per_kg", "locked": false, "schema_version": 3, "solution": true, "task": false}
hpp_per_kg = ...
### BEGIN SOLUTION
hpp_per_kg = (biaya_bahan + biaya_tenaga + biaya_overhead) / hasil_baik
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "hpp_per_kg", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
cek("hpp_per_kg")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_hpp_per_bungkus", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 7. HPP per bungkus
#
# Berapa **rupiah** HPP **satu bungkus**, dengan kemasannya?
#
# Nama angka: `hpp_per_kg`, `isi_kg_per_bungkus`, `kemasan_per_bungkus`

# %% nbgrader={"grade": false, "grade_id": "jawab_hpp_per_bungkus", "locked": false, "schema_version": 3, "solution": true, "task": false}
hpp_per_bungkus = ...
### BEGIN SOLUTION
hpp_per_bungkus = hpp_per_kg * isi_kg_per_bungkus + kemasan_per_bungkus
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "hpp_per_bungkus", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("hpp_per_bungkus")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_laba_kotor_per_kg", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 8. Laba kotor per kilo
#
# Emping curah dijual tanpa kemasan. Berapa **rupiah** laba kotor **satu kilo**?
#
# Nama angka: `harga_jual_kg`, `hpp_per_kg`, `hpp_per_bungkus`, `hasil_baik`

# %% nbgrader={"grade": false, "grade_id": "jawab_laba_kotor_per_kg", "locked": false, "schema_version": 3, "solution": true, "task": false}
laba_kotor_per_kg = ...
### BEGIN SOLUTION
laba_kotor_per_kg = harga_jual_kg - hpp_per_kg
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "laba_kotor_per_kg", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("laba_kotor_per_kg")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_harga_jual_target", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 9. Harga jual
#
# Berapa **rupiah** harga jual **satu bungkus** agar margin Anda sebesar `margin_target`? Margin adalah bagian dari harga jual.
#
# Nama angka: `hpp_per_bungkus`, `margin_target`, `harga_jual_kg`

# %% nbgrader={"grade": false, "grade_id": "jawab_harga_jual_target", "locked": false, "schema_version": 3, "solution": true, "task": false}
harga_jual_target = ...
### BEGIN SOLUTION
harga_jual_target = hpp_per_bungkus / (1 - margin_target)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "harga_jual_target", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("harga_jual_target")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_alasan_harga", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 10. Tetangga menjual lebih murah
#
# Seorang tetangga menjual emping yang sama. Harga sebungkusnya 10% lebih murah daripada harga Anda di soal 9. Pembeli Anda mulai bertanya.
#
# **Apa yang Anda lakukan, dan mengapa?** Tulis tiga sampai lima kalimat. Sebut HPP per bungkus Anda dalam rupiah. Sebut juga margin yang tersisa jika harga Anda ikut turun 10%.
#
# Soal ini dibaca dan dinilai oleh pendamping.
#
# | Nilai | Isi jawaban |
# |---|---|
# | 4 | Ada keputusan yang jelas. HPP dan margin yang tersisa disebut dengan angka yang benar. Alasannya memakai kedua angka itu. Ada satu langkah nyata, misalnya menghemat satu biaya atau menonjolkan mutu. |
# | 3 | Ada keputusan dan alasan dengan angka HPP yang benar. Margin yang tersisa belum disebut atau keliru hitung. |
# | 2 | Ada keputusan dan alasan, tetapi tanpa angka dari toko sendiri. |
# | 1 | Ada keputusan tanpa alasan, atau hanya mengikuti harga tetangga. |

# %%
# Tempat coret-coretan, tidak dinilai. Hitunglah apa saja di sini.

# %% [markdown] nbgrader={"grade": true, "grade_id": "alasan_harga", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# HPP saya sebungkus ada di soal 7. Jika harga turun 10%, harganya menjadi soal 9 dikali 0,9, dan margin yang tersisa adalah (harga baru − HPP) dibagi harga baru. Angka itu masih di atas nol, jadi saya tidak rugi, tetapi untungnya jauh berkurang. Saya tidak ikut turun. Saya menulis "ditumbuk tangan, tanpa campuran" di label, dan menghemat gas dengan menyangrai dua adonan sekaligus.
# ### END SOLUTION

# %% [markdown] nbgrader={"grade": false, "grade_id": "selesai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Selesai
#
# Periksa sekali lagi apakah semua soal sudah terisi. Lalu tekan tombol **Kirim** di atas. Pendamping Anda akan membaca jawabannya.
