"""Parts of windows that know no subject and can be used by all of them."""
