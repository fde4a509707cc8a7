"""What is measured of speed and sturdiness."""
