// Every sentence that the page itself says; in another language the page brings them along.
const known = JSON.parse(document.body.dataset["kata"] ?? "{}") as Record<string, string>;
const t = (text: string) => known[text] ?? text;

const written = (day: string): string =>
  new Date(`${day}T00:00Z`).toLocaleDateString(document.documentElement.lang, {
    dateStyle: "long",
    timeZone: "UTC",
  });

export const words = {
  calculating: t("Sedang menghitung…"),
  slow: t("Sambungan lambat. Isian Anda aman, tunggu sebentar."),
  cut: t("Sambungan terputus. Isian Anda aman. Kami mencoba lagi sendiri."),
  offline: t("Tidak ada sambungan internet. Isian Anda aman dan dihitung setelah tersambung."),
  alone: (day: string) =>
    t("Tanpa internet: dihitung di ponsel ini, dengan angka aturan per {day}. Isian Anda aman.").replace(
      "{day}",
      written(day),
    ),
  waiting: (place: number) =>
    t("Banyak yang sedang menghitung. Anda nomor {place} dalam antrean. Isian Anda aman.").replace(
      "{place}",
      String(place),
    ),
  loading: t("Isian sedang disiapkan…"),
  notLoaded: t("Isian belum dapat dimuat. Kami mencoba lagi sendiri."),
  play: [t("Jalankan atau jeda"), t("Berhenti"), t("Ulangi terus")],
  unknown: t("Bagian ini belum dapat ditampilkan di halaman ini."),
  anew: t("Alat ini mulai dari awal karena sambungannya sempat berakhir. Isian Anda tetap ada. Tekan lagi tombol yang tadi Anda tekan."),
  refused: t("Isian ini belum dapat dikirim. Muat ulang halaman ini, lalu coba lagi."),
  changed: t("Alat ini baru saja diperbarui. Muat ulang halaman ini."),
  number: t("Tulis angka, misalnya 1.250 atau 0,5."),
  large: t("Berkas ini terlalu besar, paling banyak 5 MB. Unduh lagi untuk waktu yang lebih pendek."),
  unread: t("Berkas ini tidak dapat dibaca. Simpan dulu di ponsel Anda, lalu pilih lagi."),
  share: t("Bagikan"),
  linkHolds: t("Tautan yang dibuat akan berisi:"),
  linkEmpty: t("Belum ada angka Anda di sini. Tautan membuka alat ini dengan contohnya."),
  withText: t("Sertakan juga tulisan saya:"),
  linkPrivate: t("Isi buku dan berkas Anda tidak pernah ikut."),
  linkSeen: t("Siapa pun yang menerima tautan dapat melihat isinya. Server kami tidak melihatnya."),
  makeLink: t("Buat tautan"),
  linkReady: t("Ini tautannya:"),
  link: t("Tautan"),
  copy: t("Salin tautan"),
  copied: t("Tautan sudah disalin."),
  copyYourself: t("Belum tersalin. Tekan lama pada tautan, lalu pilih Salin."),
  whatsapp: t("Kirim lewat WhatsApp"),
  otherWay: t("Kirim dengan cara lain"),
  close: t("Tutup"),
  fromLink: t("Angka di halaman ini dari tautan yang Anda buka."),
  toExample: t("Kembali ke contoh"),
  linkAsk: t("Tautan ini membawa angka lain, padahal Anda sudah mengisi alat ini. Mana yang dipakai?"),
  useLink: t("Angka dari tautan. Isian saya diganti"),
  keepMine: t("Tetap isian saya"),
  linkLeft: t("Sebagian isi tautan tidak dikenal alat ini, jadi tidak dipakai."),
  linkBad: t("Tautan ini tidak berisi angka yang dapat dipakai. Isian di halaman ini tidak berubah."),
  printed: (day: string) => t("Dicetak {day} dari").replace("{day}", day),
  slide: (label: string) => t("Geser: {label}").replace("{label}", label),
  example: t("Isian Anda diganti dengan contoh. Lanjutkan?"),
  erase: t("Semua isian Anda di alat ini dihapus dari ponsel ini. Lanjutkan?"),
};
