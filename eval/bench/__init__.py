"""What is measured of speed, growth and sturdiness: one module, one command."""
