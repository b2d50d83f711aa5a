"""The screens where services are arranged: referrals, applications, approvals."""
