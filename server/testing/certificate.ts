// A certificate for this machine and its key, for servers that tests start. Everybody knows the key; nothing outside of tests trusts it.

/** The key of the certificate. */
export const TEST_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgq9FsqSRwgGSzHQRQ
x4uRdYKIupWMSeZ6HtnAjq8MZjWhRANCAAS2RY1kPTY/N1p/GzrTmlMg+vzq6URb
LFlsWTEhQ8Kx3IV+fLZ6UO4B7IDhc7AD/WyByr+CN67ez5qO+yZJZ4rH
-----END PRIVATE KEY-----
`;

/** A certificate for `localhost` and `127.0.0.1` that vouches for itself, valid for a hundred years. */
export const TEST_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUA1ohG2AGOajFLf9JfzDQ/5evIF8wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjA1MTU0M1oYDzIxMjYxMDI5
MDUxNTQzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAS2RY1kPTY/N1p/GzrTmlMg+vzq6URbLFlsWTEhQ8Kx3IV+fLZ6UO4B
7IDhc7AD/WyByr+CN67ez5qO+yZJZ4rHo28wbTAdBgNVHQ4EFgQUXvRhBkwYSRPG
63ydt6Mbvpx1LIgwHwYDVR0jBBgwFoAUXvRhBkwYSRPG63ydt6Mbvpx1LIgwGgYD
VR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI
zj0EAwIDSQAwRgIhANWk4mIHgyk/uFUGYqEnhdMhlBaIAALxRsJssSmOLmQgAiEA
1AddI0SeqOzA+KY5Pov3W+DRn8tGc0lMtr+8QPvwjo4=
-----END CERTIFICATE-----
`;
