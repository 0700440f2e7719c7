// Every sentence that the page itself says.
export const words = {
  calculating: "Sedang menghitung…",
  slow: "Sambungan lambat. Isian Anda aman, tunggu sebentar.",
  cut: "Sambungan terputus. Isian Anda aman. Kami mencoba lagi sendiri.",
  offline: "Tidak ada sambungan internet. Isian Anda aman dan dihitung setelah tersambung.",
  waiting: (place: number) =>
    `Banyak yang sedang menghitung. Anda nomor ${place} dalam antrean. Isian Anda aman.`,
  refused: "Isian ini belum dapat dikirim. Muat ulang halaman ini, lalu coba lagi.",
  changed: "Alat ini baru saja diperbarui. Muat ulang halaman ini.",
  number: "Tulis angka, misalnya 1.250 atau 0,5.",
  large: "Berkas ini terlalu besar, paling banyak 5 MB. Unduh lagi untuk waktu yang lebih pendek.",
  unread: "Berkas ini tidak dapat dibaca. Simpan dulu di ponsel Anda, lalu pilih lagi.",
  example: "Isian Anda diganti dengan contoh. Lanjutkan?",
  erase: "Semua isian Anda di alat ini dihapus dari ponsel ini. Lanjutkan?",
};
