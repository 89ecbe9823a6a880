const net = require('node:net');

/**
 * A TCP server on loopback that ends all its connections with itself.
 * @param {object} options
 * @param {number} [options.port] default: any that is free
 * @param {(socket: net.Socket, connect: (host: string, port: number) => net.Socket) => void} options.onConnection
 *   called with each new connection, which is paused and may be half open; makes further ones by `connect`
 */
async function startTcpServer({ port = 0, onConnection }) {
	/** @type {Set<net.Socket>} */
	const sockets = new Set();
	/** @param {net.Socket} socket */
	const track = (socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		return socket;
	};
	const server = net.createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
		onConnection(track(socket), (host, targetPort) => track(net.connect({ host, port: targetPort, allowHalfOpen: true })));
	});
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve(undefined));
	});
	const address = /** @type {net.AddressInfo} */ (server.address());
	return {
		port: address.port,
		url: `http://127.0.0.1:${address.port}`,
		async close() {
			const closed = new Promise((resolve) => server.close(resolve));
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
}

module.exports = { startTcpServer };
