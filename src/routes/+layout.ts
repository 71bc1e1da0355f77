// Pages are documents: no script is needed to read or to send them. A page that needs one says so itself.
export const csr = false;
