"""Certificates: who has earned one, the signed Open Badges 3.0 credential, its PDF, its revocation."""
