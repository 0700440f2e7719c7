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
# # Latihan: Mengenal Pembeli
#
# Isi soal 1 sampai 9 dari atas ke bawah, satu per satu. Waktunya kira-kira 20 menit. Tidak perlu terburu-buru, dan petunjuk boleh dibaca sesering yang Anda mau.
#
# Ganti tiga titik `...` dengan angka atau rumus, lalu tekan **▶ Jalankan**. Petunjuknya muncul di bawah jawaban. Bagian ditulis sebagai pecahan: seperempat ditulis `0.25`.
#
# Di bawah tiap soal ada nama-nama angka. Tidak semuanya perlu dipakai.

# %% [markdown] nbgrader={"grade": false, "grade_id": "toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Toko Anda
#
# Jalankan sel ini lebih dulu. Angka di kartu dan di tabel milik toko Anda sendiri. Tabelnya hanya berisi pesanan yang selesai.

# %% nbgrader={"grade": false, "grade_id": "buka_toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
from latihan import *

buka("pemasaran_01_mengenal_pembeli")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_pesanan_selesai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 1. Pesanan selesai
#
# Berapa **pesanan** yang selesai?
#
# Nama angka: `pesanan_semua`, `pesanan_batal`, `pesanan_cod`

# %% nbgrader={"grade": false, "grade_id": "jawab_pesanan_selesai", "locked": false, "schema_version": 3, "solution": true, "task": false}
pesanan_selesai = ...
### BEGIN SOLUTION
pesanan_selesai = pesanan_semua - pesanan_batal
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "pesanan_selesai", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("pesanan_selesai")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_tingkat_batal", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 2. Tingkat batal
#
# Dari semua pesanan yang masuk, berapa **bagian** yang batal?
#
# Nama angka: `pesanan_batal`, `pesanan_semua`, `pesanan_selesai`

# %% nbgrader={"grade": false, "grade_id": "jawab_tingkat_batal", "locked": false, "schema_version": 3, "solution": true, "task": false}
tingkat_batal = ...
### BEGIN SOLUTION
tingkat_batal = pesanan_batal / pesanan_semua
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "tingkat_batal", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("tingkat_batal")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_bagian_daerah_utama", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 3. Daerah dengan pesanan terbanyak
#
# Cari daerah dengan pesanan terbanyak di tabel. Berapa **bagian** daerah itu dari semua pesanan selesai? Angka dari tabel boleh langsung ditulis di dalam rumus.
#
# Nama angka: `pesanan_selesai`, `pesanan_semua`

# %% nbgrader={"grade": false, "grade_id": "jawab_bagian_daerah_utama", "locked": false, "schema_version": 3, "solution": true, "task": false}
bagian_daerah_utama = ...
### BEGIN SOLUTION
# Dibaca dari tabel, jadi lain di tiap toko.
bagian_daerah_utama = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "pemasaran_01_mengenal_pembeli", "bagian_daerah_utama"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "bagian_daerah_utama", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("bagian_daerah_utama")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_bagian_cod", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 4. Bagian COD
#
# Dari semua pesanan yang masuk, berapa **bagian** yang dibayar di tempat?
#
# Nama angka: `pesanan_cod`, `pesanan_semua`, `pesanan_selesai`

# %% nbgrader={"grade": false, "grade_id": "jawab_bagian_cod", "locked": false, "schema_version": 3, "solution": true, "task": false}
bagian_cod = ...
### BEGIN SOLUTION
bagian_cod = pesanan_cod / pesanan_semua
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "bagian_cod", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("bagian_cod")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_batal_cod", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 5. COD yang batal
#
# Dari semua pesanan COD, berapa **bagian** yang batal?
#
# Nama angka: `pesanan_cod_batal`, `pesanan_cod`, `pesanan_batal`, `pesanan_semua`

# %% nbgrader={"grade": false, "grade_id": "jawab_batal_cod", "locked": false, "schema_version": 3, "solution": true, "task": false}
batal_cod = ...
### BEGIN SOLUTION
batal_cod = pesanan_cod_batal / pesanan_cod
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "batal_cod", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("batal_cod")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_nilai_rata_pesanan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 6. Nilai rata-rata pesanan
#
# Berapa **rupiah** nilai rata-rata satu pesanan yang selesai?
#
# Nama angka: `nilai_selesai`, `nilai_semua`, `pesanan_selesai`, `pesanan_semua`

# %% nbgrader={"grade": false, "grade_id": "jawab_nilai_rata_pesanan", "locked": false, "schema_version": 3, "solution": true, "task": false}
nilai_rata_pesanan = ...
### BEGIN SOLUTION
nilai_rata_pesanan = nilai_selesai / pesanan_selesai
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "nilai_rata_pesanan", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("nilai_rata_pesanan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_untung_daerah_utama", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 7. Untung dari daerah itu
#
# Kembali ke daerah dengan pesanan terbanyak. Berapa **rupiah** untung seluruhnya dari daerah itu? Pakai dua angka dari tabel.

# %% nbgrader={"grade": false, "grade_id": "jawab_untung_daerah_utama", "locked": false, "schema_version": 3, "solution": true, "task": false}
untung_daerah_utama = ...
### BEGIN SOLUTION
# Dibaca dari tabel, jadi lain di tiap toko.
untung_daerah_utama = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "pemasaran_01_mengenal_pembeli", "untung_daerah_utama"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "untung_daerah_utama", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("untung_daerah_utama")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_segmen_pilihan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 8. Pilih segmen
#
# Uang iklan cukup untuk satu segmen. Segmen mana yang Anda pilih? Tulis satu pilihan: `KAB_TANGERANG`, `KOTA_TANGERANG`, `TANGSEL`, `CILEGON`, atau `SEMUA_ORANG`.

# %% nbgrader={"grade": false, "grade_id": "jawab_segmen_pilihan", "locked": false, "schema_version": 3, "solution": true, "task": false}
segmen_pilihan = ...
### BEGIN SOLUTION
# Dibaca dari tabel, jadi lain di tiap toko.
segmen_pilihan = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "pemasaran_01_mengenal_pembeli", "segmen_pilihan"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "segmen_pilihan", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
cek("segmen_pilihan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_alasan_segmen", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 9. Alasan Anda
#
# Anda sudah memilih satu segmen di soal 8.
#
# **Mengapa segmen itu?** Tulis tiga sampai lima kalimat. Sebut untung seluruhnya dari segmen itu dalam rupiah. Bandingkan dengan satu daerah lain. Sebut juga satu hal tentang pembeli yang belum Anda ketahui.
#
# Soal ini dibaca dan dinilai oleh pendamping.
#
# | Nilai | Isi jawaban |
# |---|---|
# | 4 | Pilihannya jelas. Untung segmen itu dan untung satu daerah lain disebut dengan angka yang benar. Ada satu hal yang belum diketahui, dan cara mencari tahunya. |
# | 3 | Pilihannya jelas, dengan dua angka untung yang benar. Belum menyebut hal yang belum diketahui. |
# | 2 | Ada pilihan dan alasan, tetapi hanya memakai jumlah pesanan, atau tanpa angka. |
# | 1 | Ada pilihan tanpa alasan, atau memilih semua orang. |

# %%
# Tempat coret-coretan, tidak dinilai. Hitunglah apa saja di sini.

# %% [markdown] nbgrader={"grade": true, "grade_id": "alasan_segmen", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# Saya memilih segmen di soal 8, karena jumlah pesanan kali untung per pesanannya terbesar. Daerah dengan pesanan terbanyak hanya memberi untung sebesar soal 7, atau sama jika itu daerahnya. Saya belum tahu apakah mereka membeli untuk sendiri atau untuk oleh-oleh. Saya akan bertanya lewat pesan kepada sepuluh pembeli terakhir yang bersedia.
# ### END SOLUTION

# %% [markdown] nbgrader={"grade": false, "grade_id": "selesai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Selesai
#
# Periksa sekali lagi apakah semua soal sudah terisi. Lalu tekan tombol **Kirim** di atas. Pendamping Anda akan membaca jawabannya.
