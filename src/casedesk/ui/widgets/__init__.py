"""Parts of windows that know no subject and can be used by all of them."""

from casedesk.ui.immortal import keep_constants_alive

keep_constants_alive()  # before the first signal
