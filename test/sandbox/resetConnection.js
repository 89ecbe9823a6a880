/**
 * Ends a connection with an RST. One of TLS cannot be reset itself, but the one under it can.
 * @param {import('node:net').Socket & { _parent?: import('node:net').Socket | null }} socket
 */
function resetConnection(socket) {
	(socket._parent ?? socket).resetAndDestroy();
}

module.exports = { resetConnection };
