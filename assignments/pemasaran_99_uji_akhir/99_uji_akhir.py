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
# # Uji Akhir Pemasaran Daring
#
# Uji ini untuk melihat apa yang Anda kuasai sesudah belajar. Soalnya sama dengan uji awal, angkanya lain.
#
# Isi soal 1 sampai 8. Ganti tiga titik `...` dengan jawaban, lalu tekan **▶ Jalankan**. Angka rupiah ditulis di dalam `rp("...")`. Waktunya kira-kira 20 menit.

# %% [markdown] nbgrader={"grade": false, "grade_id": "toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Toko Anda
#
# Jalankan sel ini lebih dulu. Angkanya milik toko Anda sendiri.

# %% nbgrader={"grade": false, "grade_id": "buka_toko", "locked": true, "schema_version": 3, "solution": false, "task": false}
from latihan import *

buka("pemasaran_99_uji_akhir")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_tingkat_batal", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 1. Tingkat batal
#
# Dari semua pesanan yang masuk, berapa **bagian** yang batal? Tulis sebagai pecahan.
#
# Nama angka: `pesanan_masuk`, `pesanan_batal`

# %% nbgrader={"grade": false, "grade_id": "jawab_tingkat_batal", "locked": false, "schema_version": 3, "solution": true, "task": false}
tingkat_batal = ...
### BEGIN SOLUTION
tingkat_batal = pesanan_batal / pesanan_masuk
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "tingkat_batal", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("tingkat_batal")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_nilai_rata_pesanan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 2. Nilai rata-rata pesanan
#
# Berapa **rupiah** nilai rata-rata satu pesanan yang selesai?
#
# Nama angka: `nilai_selesai`, `pesanan_masuk`, `pesanan_batal`

# %% nbgrader={"grade": false, "grade_id": "jawab_nilai_rata_pesanan", "locked": false, "schema_version": 3, "solution": true, "task": false}
nilai_rata_pesanan = ...
### BEGIN SOLUTION
nilai_rata_pesanan = nilai_selesai / (pesanan_masuk - pesanan_batal)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "nilai_rata_pesanan", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("nilai_rata_pesanan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_segmen_pilihan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 3. Pilih segmen
#
# Uang iklan cukup untuk satu segmen. Mana yang paling menguntungkan? Tulis satu pilihan: `SERANG`, `CILEGON`, `LEBAK`, atau `SEMUA_ORANG`.
#
# Nama angka: `pesanan_serang`, `untung_serang`, `pesanan_cilegon`, `untung_cilegon`, `pesanan_lebak`, `untung_lebak`

# %% nbgrader={"grade": false, "grade_id": "jawab_segmen_pilihan", "locked": false, "schema_version": 3, "solution": true, "task": false}
segmen_pilihan = ...
### BEGIN SOLUTION
segmen_pilihan = max(
    (pesanan_serang * untung_serang, "SERANG"),
    (pesanan_cilegon * untung_cilegon, "CILEGON"),
    (pesanan_lebak * untung_lebak, "LEBAK"),
)[1]
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "segmen_pilihan", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("segmen_pilihan")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_uang_diterima", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 4. Uang yang diterima
#
# Satu pesanan berisi satu bungkus. Berapa **rupiah** yang diterima penjual dari satu bungkus?
#
# Nama angka: `harga_toko`, `persen_potongan`, `biaya_pesanan`, `hpp`

# %% nbgrader={"grade": false, "grade_id": "jawab_uang_diterima", "locked": false, "schema_version": 3, "solution": true, "task": false}
uang_diterima = ...
### BEGIN SOLUTION
uang_diterima = harga_toko * (1 - persen_potongan) - biaya_pesanan
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "uang_diterima", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("uang_diterima")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_harga_untung", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 5. Harga yang memberi untung
#
# Berapa **rupiah** harga satu bungkus agar untungnya `untung_rupiah`?
#
# Nama angka: `hpp`, `kemas_kirim`, `biaya_pesanan`, `untung_rupiah`, `persen_potongan`

# %% nbgrader={"grade": false, "grade_id": "jawab_harga_untung", "locked": false, "schema_version": 3, "solution": true, "task": false}
harga_untung = ...
### BEGIN SOLUTION
harga_untung = (hpp + kemas_kirim + biaya_pesanan + untung_rupiah) / (1 - persen_potongan)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "harga_untung", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("harga_untung")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_persen_jadi_beli", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 6. Persen jadi beli
#
# Dari semua klik, berapa **bagian** yang menjadi pesanan selesai?
#
# Nama angka: `klik`, `pesanan_iklan`, `pesanan_jadi`

# %% nbgrader={"grade": false, "grade_id": "jawab_persen_jadi_beli", "locked": false, "schema_version": 3, "solution": true, "task": false}
persen_jadi_beli = ...
### BEGIN SOLUTION
persen_jadi_beli = pesanan_jadi / klik
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "persen_jadi_beli", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
cek("persen_jadi_beli")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_roas_impas", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 7. ROAS impas
#
# ROAS adalah omzet untuk tiap rupiah iklan. Berapa **kali** ROAS yang tepat menutup biaya iklan?
#
# Nama angka: `marjin`, `omzet_jadi`, `biaya_iklan`

# %% nbgrader={"grade": false, "grade_id": "jawab_roas_impas", "locked": false, "schema_version": 3, "solution": true, "task": false}
roas_impas = ...
### BEGIN SOLUTION
roas_impas = 1 / marjin
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "roas_impas", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("roas_impas")

# %% [markdown] nbgrader={"grade": false, "grade_id": "soal_keputusan_iklan", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Soal 8. Keputusan tentang iklan
#
# Apa keputusan Anda tentang iklan ini? Tulis satu pilihan: `LANJUT`, `PERBAIKI_DULU`, atau `TAMBAH_DANA`.
#
# Nama angka: `omzet_jadi`, `biaya_iklan`, `roas_impas`

# %% nbgrader={"grade": false, "grade_id": "jawab_keputusan_iklan", "locked": false, "schema_version": 3, "solution": true, "task": false}
keputusan_iklan = ...
### BEGIN SOLUTION
keputusan_iklan = "LANJUT" if omzet_jadi / biaya_iklan > roas_impas else "PERBAIKI_DULU"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "keputusan_iklan", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
cek("keputusan_iklan")

# %%
# Tempat coret-coretan, tidak dinilai. Hitunglah apa saja di sini.

# %% [markdown] nbgrader={"grade": false, "grade_id": "selesai", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Selesai
#
# Periksa sekali lagi apakah semua soal sudah terisi. Lalu tekan tombol **Kirim** di atas.
