"""The whole day in a browser; a package, so that its school closes when its last test is done."""
