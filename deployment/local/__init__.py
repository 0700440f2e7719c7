"""A school on one machine: its folders, accounts, boxes, hub pages and hub configuration."""
