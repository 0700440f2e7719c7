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
# # Latihan: Pembiayaan
#
# Isi soal 1 sampai 11 dari atas ke bawah, satu per satu. Waktunya kira-kira 25 menit. Tidak perlu terburu-buru, dan petunjuk boleh dibaca sesering yang Anda mau.
#
# Ganti tiga titik `...` dengan rumus, lalu tekan **▶ Jalankan**. Petunjuknya muncul di bawah jawaban. Angka rupiah ditulis di dalam `rp("...")`.
#
# Di bawah tiap soal ada nama-nama angka. Tidak semuanya perlu dipakai.

# %% [markdown] nbgrader={"grade": false, "grade_id": "toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Usaha Anda
#
# Jalankan sel ini lebih dulu. Angka di kartu ini milik usaha Anda sendiri. Bunga dapat berubah, jadi tanyakan lagi ke bank.

# %% nbgrader={"grade": false, "grade_id": "buka_toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
from latihan import *

buka("rintisan_05_pembiayaan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_bunga_bulan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 1. Bunga sebulan
#
# Berapa bunga **sebulan**, sebagai pecahan?
#
# Nama angka: `bunga_tahun`, `bulan`

# %% nbgrader={"grade": false, "grade_id": "jawab_bunga_bulan", "locked": false, "schema_version": 3, "solution": true, "task": false}
bunga_bulan = ...
### BEGIN SOLUTION
bunga_bulan = bunga_tahun / 12
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "bunga_bulan", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("bunga_bulan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_angsuran", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 2. Angsuran
#
# Berapa **rupiah** angsuran sebulan? Pakai `anuitas(...)`: pokok, bunga sebulan, lalu jumlah bulan, dipisahkan koma.
#
# Nama angka: `pokok`, `bunga_bulan`, `bunga_tahun`, `bulan`

# %% nbgrader={"grade": false, "grade_id": "jawab_angsuran", "locked": false, "schema_version": 3, "solution": true, "task": false}
angsuran = ...
### BEGIN SOLUTION
angsuran = anuitas(pokok, bunga_bulan, bulan)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "angsuran", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("angsuran")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_total_bayar", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 3. Total bayar
#
# Berapa **rupiah** yang dibayar sampai lunas?
#
# Nama angka: `angsuran`, `bulan`

# %% nbgrader={"grade": false, "grade_id": "jawab_total_bayar", "locked": false, "schema_version": 3, "solution": true, "task": false}
total_bayar = ...
### BEGIN SOLUTION
total_bayar = angsuran * bulan
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "total_bayar", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("total_bayar")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_total_bunga", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 4. Total bunga
#
# Berapa **rupiah** bunganya sampai lunas?
#
# Nama angka: `total_bayar`, `pokok`, `bunga_tahun`

# %% nbgrader={"grade": false, "grade_id": "jawab_total_bunga", "locked": false, "schema_version": 3, "solution": true, "task": false}
total_bunga = ...
### BEGIN SOLUTION
total_bunga = total_bayar - pokok
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "total_bunga", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("total_bunga")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_bunga_bulan_pertama", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 5. Bunga bulan pertama
#
# Berapa **rupiah** bunga di dalam angsuran pertama?
#
# Nama angka: `pokok`, `bunga_bulan`, `total_bunga`, `bulan`

# %% nbgrader={"grade": false, "grade_id": "jawab_bunga_bulan_pertama", "locked": false, "schema_version": 3, "solution": true, "task": false}
bunga_bulan_pertama = ...
### BEGIN SOLUTION
bunga_bulan_pertama = pokok * bunga_bulan
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "bunga_bulan_pertama", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("bunga_bulan_pertama")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_pokok_bulan_pertama", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 6. Pokok bulan pertama
#
# Berapa **rupiah** pokok di dalam angsuran pertama?
#
# Nama angka: `angsuran`, `bunga_bulan_pertama`, `pokok`, `bulan`

# %% nbgrader={"grade": false, "grade_id": "jawab_pokok_bulan_pertama", "locked": false, "schema_version": 3, "solution": true, "task": false}
pokok_bulan_pertama = ...
### BEGIN SOLUTION
pokok_bulan_pertama = angsuran - bunga_bulan_pertama
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "pokok_bulan_pertama", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("pokok_bulan_pertama")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_rasio_angsuran", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 7. Rasio angsuran
#
# Berapa rasio **semua** angsuran, sebagai pecahan?
#
# Nama angka: `angsuran`, `angsuran_lain`, `kas_usaha_bulan`, `omzet_bulan`

# %% nbgrader={"grade": false, "grade_id": "jawab_rasio_angsuran", "locked": false, "schema_version": 3, "solution": true, "task": false}
rasio_angsuran = ...
### BEGIN SOLUTION
rasio_angsuran = (angsuran + angsuran_lain) / kas_usaha_bulan
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "rasio_angsuran", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
cek("rasio_angsuran")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_angsuran_maksimum", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 8. Angsuran paling banyak
#
# Berapa **rupiah** angsuran baru yang masih sanggup menurut patokan kelas?
#
# Nama angka: `kas_usaha_bulan`, `batas_rasio`, `angsuran_lain`, `omzet_bulan`

# %% nbgrader={"grade": false, "grade_id": "jawab_angsuran_maksimum", "locked": false, "schema_version": 3, "solution": true, "task": false}
angsuran_maksimum = ...
### BEGIN SOLUTION
angsuran_maksimum = kas_usaha_bulan * batas_rasio - angsuran_lain
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "angsuran_maksimum", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("angsuran_maksimum")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_selisih_rentenir", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 9. Rentenir
#
# Rentenir meminjamkan pokok yang sama. Berapa **rupiah** bunganya lebih mahal daripada bunga KUR, sampai lunas?
#
# Nama angka: `angsuran_rentenir`, `minggu_rentenir`, `pokok`, `total_bunga`, `angsuran`

# %% nbgrader={"grade": false, "grade_id": "jawab_selisih_rentenir", "locked": false, "schema_version": 3, "solution": true, "task": false}
selisih_rentenir = ...
### BEGIN SOLUTION
selisih_rentenir = angsuran_rentenir * minggu_rentenir - pokok - total_bunga
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "selisih_rentenir", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
cek("selisih_rentenir")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_keputusan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 10. Keputusan
#
# Menurut patokan kelas, apa keputusan Anda? Pilih satu: `AJUKAN` atau `KECILKAN`.
#
# Nama angka: `rasio_angsuran`, `batas_rasio`

# %% nbgrader={"grade": false, "grade_id": "jawab_keputusan", "locked": false, "schema_version": 3, "solution": true, "task": false}
keputusan = ...
### BEGIN SOLUTION
keputusan = "AJUKAN" if rasio_angsuran <= batas_rasio else "KECILKAN"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "keputusan", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("keputusan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_alasan_pinjam", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 11. Untuk apa, dan jika sepi
#
# Petugas bank bertanya: "Uangnya untuk apa? Bagaimana jika dua bulan jualan sepi?"
#
# **Apa jawaban Anda?** Tulis tiga sampai lima kalimat. Sebut angsuran sebulan dan rasio Anda. Sebut juga apa yang Anda lakukan jika sisa uang usaha turun seperempat.
#
# Soal ini dibaca dan dinilai oleh pendamping.
#
# | Nilai | Isi jawaban |
# |---|---|
# | 4 | Kegunaan pinjaman jelas dan menghasilkan uang. Angsuran dan rasio disebut dengan angka yang benar. Rasio saat sepi ikut dihitung. Ada satu langkah nyata, misalnya menyisihkan dua angsuran lebih dulu. |
# | 3 | Kegunaan jelas, angsuran dan rasio benar. Keadaan sepi disebut tanpa angka. |
# | 2 | Kegunaan disebut, tetapi tanpa angka dari usaha sendiri. |
# | 1 | Pinjaman dipakai untuk keperluan keluarga, atau KUR dianggap tidak perlu dibayar kembali. |

# %%
# Tempat coret-coretan, tidak dinilai. Hitunglah apa saja di sini.

# %% [markdown] nbgrader={"grade": true, "grade_id": "alasan_pinjam", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# Pinjaman ini untuk membeli dua kuali dan tungku, agar gula yang jadi bertambah. Angsuran saya ada di soal 2 dan rasionya di soal 7. Jika sisa uang usaha turun seperempat, rasionya menjadi soal 7 dibagi 0,75. Jika angka itu melewati patokan, saya mengecilkan pokok lebih dulu. Saya juga menyisihkan dua angsuran sebelum uangnya dibelanjakan.
# ### END SOLUTION

# %% [markdown] nbgrader={"grade": false, "grade_id": "selesai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Selesai
#
# Periksa sekali lagi apakah semua soal sudah terisi. Lalu tekan tombol **Kirim** di atas. Pendamping Anda akan membaca jawabannya.
