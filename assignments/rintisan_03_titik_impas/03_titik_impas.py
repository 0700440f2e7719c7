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
# # Latihan: Modal dan Titik Impas
#
# Isi soal 1 sampai 10 dari atas ke bawah, satu per satu. Waktunya kira-kira 25 menit. Tidak perlu terburu-buru, dan petunjuk boleh dibaca sesering yang Anda mau.
#
# Ganti tiga titik `...` dengan rumus, lalu tekan **▶ Jalankan**. Petunjuknya muncul di bawah jawaban. Angka rupiah ditulis di dalam `rp("...")`.
#
# Di bawah tiap soal ada nama-nama angka. Tidak semuanya perlu dipakai.

# %% [markdown] nbgrader={"grade": false, "grade_id": "toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Gerai Anda
#
# Jalankan sel ini lebih dulu. Angka di kartu ini milik gerai Anda sendiri.

# %% nbgrader={"grade": false, "grade_id": "buka_toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
from latihan import *

buka("rintisan_03_titik_impas")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_modal_kerja", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 1. Modal kerja
#
# Berapa **rupiah** modal kerja untuk membuka gerai?
#
# Nama angka: `stok_awal`, `piutang_rata`, `kas_jaga`, `utang_pemasok`

# %% nbgrader={"grade": false, "grade_id": "jawab_modal_kerja", "locked": false, "schema_version": 3, "solution": true, "task": false}
modal_kerja = ...
### BEGIN SOLUTION
modal_kerja = stok_awal + piutang_rata + kas_jaga - utang_pemasok
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "modal_kerja", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("modal_kerja")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_modal_awal", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 2. Modal awal
#
# Berapa **rupiah** modal awal seluruhnya?
#
# Nama angka: `alat`, `izin_dan_renovasi`, `modal_kerja`, `susut_alat`

# %% nbgrader={"grade": false, "grade_id": "jawab_modal_awal", "locked": false, "schema_version": 3, "solution": true, "task": false}
modal_awal = ...
### BEGIN SOLUTION
modal_awal = alat + izin_dan_renovasi + modal_kerja
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "modal_awal", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("modal_awal")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_biaya_tetap", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 3. Biaya tetap
#
# Berapa **rupiah** biaya tetap dalam **satu bulan**?
#
# Nama angka: `alat`, `sewa`, `gaji_pegawai`, `gaji_pemilik`, `internet`, `susut_alat`, `bahan`

# %% nbgrader={"grade": false, "grade_id": "jawab_biaya_tetap", "locked": false, "schema_version": 3, "solution": true, "task": false}
biaya_tetap = ...
### BEGIN SOLUTION
biaya_tetap = sewa + gaji_pegawai + gaji_pemilik + internet + susut_alat
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "biaya_tetap", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("biaya_tetap")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_biaya_variabel", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 4. Biaya variabel
#
# Berapa **rupiah** biaya variabel untuk **satu porsi**?
#
# Nama angka: `bahan`, `kemasan`, `potongan_per_porsi`, `sewa`

# %% nbgrader={"grade": false, "grade_id": "jawab_biaya_variabel", "locked": false, "schema_version": 3, "solution": true, "task": false}
biaya_variabel = ...
### BEGIN SOLUTION
biaya_variabel = bahan + kemasan + potongan_per_porsi
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "biaya_variabel", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("biaya_variabel")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_untung_per_porsi", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 5. Untung satu porsi
#
# Berapa **rupiah** yang tersisa dari **satu porsi** untuk menutup biaya tetap?
#
# Nama angka: `harga`, `biaya_variabel`, `biaya_tetap`

# %% nbgrader={"grade": false, "grade_id": "jawab_untung_per_porsi", "locked": false, "schema_version": 3, "solution": true, "task": false}
untung_per_porsi = ...
### BEGIN SOLUTION
untung_per_porsi = harga - biaya_variabel
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "untung_per_porsi", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("untung_per_porsi")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_impas_porsi", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 6. Titik impas
#
# Berapa **porsi** titik impas dalam satu bulan? Bulatkan naik dengan `bulat_naik(...)`.
#
# Nama angka: `biaya_tetap`, `untung_per_porsi`, `harga`, `modal_awal`

# %% nbgrader={"grade": false, "grade_id": "jawab_impas_porsi", "locked": false, "schema_version": 3, "solution": true, "task": false}
impas_porsi = ...
### BEGIN SOLUTION
impas_porsi = bulat_naik(biaya_tetap / untung_per_porsi)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "impas_porsi", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
cek("impas_porsi")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_impas_omzet", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 7. Omzet pada titik impas
#
# Berapa **rupiah** omzet sebulan pada titik impas?
#
# Nama angka: `impas_porsi`, `harga`, `untung_per_porsi`, `rencana_porsi`

# %% nbgrader={"grade": false, "grade_id": "jawab_impas_omzet", "locked": false, "schema_version": 3, "solution": true, "task": false}
impas_omzet = ...
### BEGIN SOLUTION
impas_omzet = impas_porsi * harga
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "impas_omzet", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("impas_omzet")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_porsi_untuk_target", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 8. Porsi untuk laba
#
# Berapa **porsi** sebulan agar labanya sebesar `target_laba`? Bulatkan naik.
#
# Nama angka: `biaya_tetap`, `target_laba`, `untung_per_porsi`, `harga`

# %% nbgrader={"grade": false, "grade_id": "jawab_porsi_untuk_target", "locked": false, "schema_version": 3, "solution": true, "task": false}
porsi_untuk_target = ...
### BEGIN SOLUTION
porsi_untuk_target = bulat_naik((biaya_tetap + target_laba) / untung_per_porsi)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "porsi_untuk_target", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("porsi_untuk_target")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_balik_modal_bulan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 9. Modal kembali
#
# Berapa **bulan** sampai modal awal kembali, jika rencana porsinya tercapai? Penyusutan tidak keluar sebagai uang.
#
# Nama angka: `modal_awal`, `rencana_porsi`, `untung_per_porsi`, `biaya_tetap`, `susut_alat`, `harga`

# %% nbgrader={"grade": false, "grade_id": "jawab_balik_modal_bulan", "locked": false, "schema_version": 3, "solution": true, "task": false}
balik_modal_bulan = ...
### BEGIN SOLUTION
balik_modal_bulan = modal_awal / (rencana_porsi * untung_per_porsi - biaya_tetap + susut_alat)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "balik_modal_bulan", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
cek("balik_modal_bulan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_alasan_gerai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 10. Buka atau tunda
#
# Pemilik tempat meminta jawaban besok. Seorang teman berkata jualan Anda di awal mungkin hanya 80% dari rencana.
#
# **Apakah gerai dibuka sekarang, ditunda, atau diubah? Mengapa?** Tulis tiga sampai lima kalimat. Sebut titik impas Anda. Sebut juga 80% dari `rencana_porsi`, lalu bandingkan keduanya.
#
# Soal ini dibaca dan dinilai oleh pendamping.
#
# | Nilai | Isi jawaban |
# |---|---|
# | 4 | Ada keputusan yang jelas. Titik impas dan 80% dari rencana disebut dengan angka yang benar, lalu dibandingkan. Ada satu langkah nyata, misalnya menawar sewa atau mulai dari jam sibuk saja. |
# | 3 | Ada keputusan dan alasan dengan titik impas yang benar. Angka 80% belum disebut atau keliru hitung. |
# | 2 | Ada keputusan dan alasan, tetapi tanpa angka dari gerai sendiri. |
# | 1 | Ada keputusan tanpa alasan, atau hanya berharap akan ramai. |

# %%
# Tempat coret-coretan, tidak dinilai. Hitunglah apa saja di sini.

# %% [markdown] nbgrader={"grade": true, "grade_id": "alasan_gerai", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# Titik impas saya ada di soal 6. 80% dari rencana adalah rencana porsi dikali 0,8. Jika angka itu di bawah titik impas, gerai rugi pada bulan-bulan pertama, dan uang jaga-jaga akan terpakai. Saya menunda satu bulan, menawar sewa agar dibayar bagi hasil, dan mencoba berjualan di depan pabrik pada jam makan siang. Jika di atas titik impas, saya buka dengan menghitung porsi setiap malam.
# ### END SOLUTION

# %% [markdown] nbgrader={"grade": false, "grade_id": "selesai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Selesai
#
# Periksa sekali lagi apakah semua soal sudah terisi. Lalu tekan tombol **Kirim** di atas. Pendamping Anda akan membaca jawabannya.
