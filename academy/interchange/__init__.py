"""What other programs take over from a training: grades as tables, for Excel, for Moodle."""
