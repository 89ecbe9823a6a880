/**
 * Ends a connection with an RST. One of TLS cannot be reset itself, but the one under it can; one that
 * is ending already can only be closed: to reset it fails, and would leave it open for ever.
 * @param {import('node:net').Socket & { _parent?: import('node:net').Socket | null }} socket
 */
function resetConnection(socket) {
	const connection = socket._parent ?? socket;
	if (connection.writableEnded) connection.destroy();
	else connection.resetAndDestroy();
}

module.exports = { resetConnection };
