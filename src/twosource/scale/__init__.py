"""An archive on one machine: every report read once, in pieces that survive a stop at any moment."""
