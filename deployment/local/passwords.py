"""Passwords: hashed with scrypt and a salt each, compared in constant time, chosen sensibly."""

from __future__ import annotations

import hashlib
import hmac
import secrets

MIN_LENGTH, MAX_LENGTH = 8, 200
_SCRYPT = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}


def hashed(password: str) -> tuple[bytes, bytes]:
    """Give a new salt and the hash of `password` with it: 16 and 32 bytes."""
    salt = secrets.token_bytes(16)
    return salt, _scrypt(password, salt)


def same(password: str, salt: bytes, expected: bytes) -> bool:
    """Say whether `password` has the hash `expected`; takes as long for no as for yes.

    Example:
        >>> salt, kept = hashed("emping menes")
        >>> same("emping menes", salt, kept), same("emping", salt, kept)
        (True, False)
    """
    return hmac.compare_digest(_scrypt(password[:MAX_LENGTH], salt), expected)


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(errors="replace"), salt=salt, **_SCRYPT)


def problem(old_is_same: bool, name: str, password: str, again: str) -> str | None:
    """Say in Indonesian what is wrong with a new password, None when it is fine.

    Example:
        >>> problem(False, "peserta01", "pendek", "pendek")
        'Kata sandi terlalu pendek. Tulis sedikitnya 8 huruf atau angka.'
    """
    if len(password) < MIN_LENGTH:
        return f"Kata sandi terlalu pendek. Tulis sedikitnya {MIN_LENGTH} huruf atau angka."
    if len(password) > MAX_LENGTH:
        return f"Kata sandi terlalu panjang. Paling banyak {MAX_LENGTH} huruf."
    if password != again:
        return "Kedua isian belum sama. Tulis kata sandi yang sama dua kali."
    if old_is_same:
        return "Kata sandi ini sama dengan yang lama. Pilih yang lain."
    if password.lower() == name or len(set(password)) < 3:
        return "Kata sandi ini mudah ditebak. Pilih yang lain, misalnya tiga kata pilihan Anda."
    return None
