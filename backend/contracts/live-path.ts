/** Path of the live channel (Socket.IO); the access token goes into the handshake's `auth.token`. */
export const livePath = '/live';
