"""Whether anything can be lost: kills, failing disks, power cuts, other programs, odd files, each tried many times."""
