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
# # Latihan: Dari Dilihat sampai Dibeli
#
# Isi soal 1 sampai 10 dari atas ke bawah, satu per satu. Waktunya kira-kira 25 menit. Tidak perlu terburu-buru, dan petunjuk boleh dibaca sesering yang Anda mau.
#
# Ganti tiga titik `...` dengan angka atau rumus, lalu tekan **▶ Jalankan**. Petunjuknya muncul di bawah jawaban. Bagian ditulis sebagai pecahan: seperempat ditulis `0.25`.
#
# Di bawah tiap soal ada nama-nama angka. Tidak semuanya perlu dipakai.

# %% [markdown] nbgrader={"grade": false, "grade_id": "toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Toko Anda
#
# Jalankan sel ini lebih dulu. Angka di kartu dan di tabel milik toko Anda sendiri.

# %% nbgrader={"grade": false, "grade_id": "buka_toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
from latihan import *

buka("pemasaran_04_corong_iklan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_rasio_klik", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 1. Rasio klik
#
# Dari semua tayangan, berapa **bagian** yang diklik?
#
# Nama angka: `tayangan`, `klik`, `pesanan_iklan`

# %% nbgrader={"grade": false, "grade_id": "jawab_rasio_klik", "locked": false, "schema_version": 3, "solution": true, "task": false}
rasio_klik = ...
### BEGIN SOLUTION
rasio_klik = klik / tayangan
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "rasio_klik", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("rasio_klik")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_persen_jadi_beli", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 2. Persen jadi beli
#
# Dari semua klik, berapa **bagian** yang menjadi pesanan selesai?
#
# Nama angka: `klik`, `pesanan_iklan`, `pesanan_jadi`, `tayangan`

# %% nbgrader={"grade": false, "grade_id": "jawab_persen_jadi_beli", "locked": false, "schema_version": 3, "solution": true, "task": false}
persen_jadi_beli = ...
### BEGIN SOLUTION
persen_jadi_beli = pesanan_jadi / klik
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "persen_jadi_beli", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("persen_jadi_beli")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_tahap_terlemah", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 3. Tahap terlemah
#
# Lihat tabel. Tahap mana yang paling jauh di bawah biasanya? Tulis satu pilihan: `KLIK`, `KERANJANG`, `PESANAN`, atau `SELESAI`.

# %% nbgrader={"grade": false, "grade_id": "jawab_tahap_terlemah", "locked": false, "schema_version": 3, "solution": true, "task": false}
tahap_terlemah = ...
### BEGIN SOLUTION
# Dibaca dari tabel, jadi lain di tiap toko.
tahap_terlemah = __import__("latihan.units.rows", fromlist=["rows"]).looked_up(
    "pemasaran_04_corong_iklan", "tahap_terlemah"
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "tahap_terlemah", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("tahap_terlemah")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_biaya_per_pembeli_baru", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 4. Biaya satu pembeli baru
#
# Berapa **rupiah** biaya iklan untuk satu pembeli baru?
#
# Nama angka: `biaya_iklan`, `pembeli_baru`, `pesanan_jadi`, `klik`

# %% nbgrader={"grade": false, "grade_id": "jawab_biaya_per_pembeli_baru", "locked": false, "schema_version": 3, "solution": true, "task": false}
biaya_per_pembeli_baru = ...
### BEGIN SOLUTION
biaya_per_pembeli_baru = biaya_iklan / pembeli_baru
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "biaya_per_pembeli_baru", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("biaya_per_pembeli_baru")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_roas_iklan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 5. ROAS
#
# Berapa **kali** ROAS iklan ini?
#
# Nama angka: `omzet_laporan`, `omzet_jadi`, `biaya_iklan`

# %% nbgrader={"grade": false, "grade_id": "jawab_roas_iklan", "locked": false, "schema_version": 3, "solution": true, "task": false}
roas_iklan = ...
### BEGIN SOLUTION
roas_iklan = omzet_jadi / biaya_iklan
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "roas_iklan", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("roas_iklan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_marjin_selendang", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 6. Marjin kontribusi
#
# Berapa **bagian** dari harga yang tersisa sebagai marjin kontribusi satu selendang?
#
# Nama angka: `harga`, `biaya_variabel`

# %% nbgrader={"grade": false, "grade_id": "jawab_marjin_selendang", "locked": false, "schema_version": 3, "solution": true, "task": false}
marjin_selendang = ...
### BEGIN SOLUTION
marjin_selendang = (harga - biaya_variabel) / harga
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "marjin_selendang", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("marjin_selendang")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_roas_impas", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 7. ROAS impas
#
# Berapa **kali** ROAS yang tepat menutup biaya iklan?
#
# Nama angka: `marjin_selendang`, `roas_iklan`

# %% nbgrader={"grade": false, "grade_id": "jawab_roas_impas", "locked": false, "schema_version": 3, "solution": true, "task": false}
roas_impas = ...
### BEGIN SOLUTION
roas_impas = 1 / marjin_selendang
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "roas_impas", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("roas_impas")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_untung_iklan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 8. Untung dari iklan
#
# Berapa **rupiah** untung dari iklan ini? Rugi ditulis sebagai angka minus.
#
# Nama angka: `omzet_laporan`, `omzet_jadi`, `marjin_selendang`, `biaya_iklan`

# %% nbgrader={"grade": false, "grade_id": "jawab_untung_iklan", "locked": false, "schema_version": 3, "solution": true, "task": false}
untung_iklan = ...
### BEGIN SOLUTION
untung_iklan = omzet_jadi * marjin_selendang - biaya_iklan
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "untung_iklan", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
cek("untung_iklan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_keputusan_iklan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 9. Keputusan
#
# Apa keputusan Anda tentang iklan ini? Tulis satu pilihan: `LANJUT`, `PERBAIKI_DULU`, atau `TAMBAH_DANA`.

# %% nbgrader={"grade": false, "grade_id": "jawab_keputusan_iklan", "locked": false, "schema_version": 3, "solution": true, "task": false}
keputusan_iklan = ...
### BEGIN SOLUTION
keputusan_iklan = "LANJUT" if roas_iklan > roas_impas else "PERBAIKI_DULU"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "keputusan_iklan", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("keputusan_iklan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_langkah_iklan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 10. Langkah berikutnya
#
# Ibu Sarci punya waktu satu pekan untuk memperbaiki **satu** hal di tokonya.
#
# **Apa yang Anda sarankan, dan bagaimana ia tahu bahwa itu berhasil?** Tulis tiga sampai lima kalimat. Sebut tahap terlemah dengan angkanya. Sebut juga ROAS dan ROAS impasnya.
#
# Soal ini dibaca dan dinilai oleh pendamping.
#
# | Nilai | Isi jawaban |
# |---|---|
# | 4 | Ada satu perbaikan nyata yang cocok dengan tahap terlemah. Angka tahap itu, ROAS, dan ROAS impas disebut dengan benar. Ada cara memeriksa hasilnya: angka mana, sesudah berapa hari. |
# | 3 | Ada satu perbaikan yang cocok dengan tahap terlemah, dengan angkanya. Cara memeriksa hasilnya belum ada. |
# | 2 | Ada perbaikan, tetapi tidak cocok dengan tahap terlemah, atau tanpa angka. |
# | 1 | Hanya saran umum, misalnya menambah uang iklan atau memperbanyak pengikut. |

# %%
# Tempat coret-coretan, tidak dinilai. Hitunglah apa saja di sini.

# %% [markdown] nbgrader={"grade": true, "grade_id": "langkah_iklan", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# Tahap terlemah ada di soal 3, dan angkanya jauh di bawah biasanya. ROAS di soal 5 saya bandingkan dengan ROAS impas di soal 7. Saya memperbaiki satu hal yang cocok dengan tahap itu: foto pertama untuk klik, foto ukuran dan keterangan untuk keranjang, ongkir dan voucher untuk pesanan. Saya mencoba tujuh hari dengan uang iklan yang sama. Jika bagian tahap itu kembali ke biasanya, perbaikannya berhasil.
# ### END SOLUTION

# %% [markdown] nbgrader={"grade": false, "grade_id": "selesai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Selesai
#
# Periksa sekali lagi apakah semua soal sudah terisi. Lalu tekan tombol **Kirim** di atas. Pendamping Anda akan membaca jawabannya.
