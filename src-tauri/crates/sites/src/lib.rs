//! What is publicly known of sites.
