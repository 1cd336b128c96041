"""Laws of the whole job, from files to findings, on small invented stories."""
