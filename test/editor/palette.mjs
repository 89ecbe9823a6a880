import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * Makes small pictures of a browser's screenshots: PNG with a palette of 256 colours, which is enough
 * for an editor's panels, and a third of the bytes.
 */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MAX_COLOURS = 256;

/**
 * @param {Buffer} png 8 bits a channel, with or without alpha, not interlaced, as Chromium writes them
 * @returns {Buffer}
 */
export function withPalette(png) {
	const { width, height, pixels } = readPixels(png);
	/** @type {Map<number, number>} how often there is each colour */
	const counts = new Map();
	for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
	const boxes = cutIntoBoxes([...counts]);
	const indexOf = new Map(boxes.flatMap((box, index) => box.map(([colour]) => [colour, index])));

	const rows = Buffer.alloc((width + 1) * height);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf.get(pixels[y * width + x]) ?? 0;
	}
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 3], 8); // bits, and that they are places in a palette
	const palette = Buffer.from(boxes.flatMap((box) => channels(colourOf(box))));
	return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/**
 * @param {Buffer} png
 * @returns {{ width: number, height: number, pixels: Uint32Array }} each pixel as 0xRRGGBB
 */
function readPixels(png) {
	const data = [];
	for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
		if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
	}
	const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
	const bytesPerPixel = png[25] === 6 ? 4 : 3;
	const rowBytes = width * bytesPerPixel;
	const raw = inflateSync(Buffer.concat(data));
	const pixels = new Uint32Array(width * height);
	let above = Buffer.alloc(rowBytes);
	for (let y = 0; y < height; y++) {
		const start = y * (rowBytes + 1);
		const row = raw.subarray(start + 1, start + 1 + rowBytes);
		unfilter(raw[start], row, above, bytesPerPixel);
		for (let x = 0; x < width; x++) pixels[y * width + x] = row.readUIntBE(x * bytesPerPixel, 3);
		above = row;
	}
	return { width, height, pixels };
}

/**
 * @param {number} filter PNG's: none, left, above, the mean of both, or Paeth's choice
 * @param {Buffer} row
 * @param {Buffer} above
 * @param {number} step
 */
function unfilter(filter, row, above, step) {
	for (let at = 0; at < row.length; at++) {
		const left = at < step ? 0 : row[at - step];
		const corner = at < step ? 0 : above[at - step];
		row[at] += [0, left, above[at], (left + above[at]) >> 1, paeth(left, above[at], corner)][filter];
	}
}

/**
 * @param {number} left
 * @param {number} above
 * @param {number} corner
 */
function paeth(left, above, corner) {
	const guess = left + above - corner;
	const [a, b, c] = [left, above, corner].map((value) => Math.abs(guess - value));
	if (a <= b && a <= c) return left;
	return b <= c ? above : corner;
}

/** @typedef {Array<[colour: number, count: number]>} Box */

/**
 * Median cut: halves the box that differs most, as long as there are colours left in the palette.
 * @param {Box} colours
 * @returns {Box[]}
 */
function cutIntoBoxes(colours) {
	const boxes = [describe(colours)];
	while (boxes.length < MAX_COLOURS) {
		boxes.sort((one, other) => other.weight - one.weight);
		if (boxes[0].box.length < 2) break;
		const { box, shift } = /** @type {ReturnType<typeof describe>} */ (boxes.shift());
		box.sort(([one], [other]) => ((one >> shift) & 255) - ((other >> shift) & 255));
		const half = box.length >> 1;
		boxes.push(describe(box.slice(0, half)), describe(box.slice(half)));
	}
	return boxes.map(({ box }) => box);
}

/** @param {Box} box */
function describe(box) {
	const spans = [16, 8, 0].map((shift) => {
		let [least, most] = [255, 0];
		for (const [colour] of box) {
			const value = (colour >> shift) & 255;
			least = Math.min(least, value);
			most = Math.max(most, value);
		}
		return { shift, span: most - least };
	});
	const { shift, span } = spans.reduce((one, other) => (other.span > one.span ? other : one));
	const pixels = box.reduce((sum, [, count]) => sum + count, 0);
	return { box, shift, weight: box.length < 2 ? -1 : span * Math.log2(1 + pixels) };
}

/**
 * The commonest colour of a box: what is one colour over much of the picture stays just that.
 * @param {Box} box
 */
function colourOf(box) {
	return box.reduce((one, other) => (other[1] > one[1] ? other : one))[0];
}

/** @param {number} colour */
const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const whole = Buffer.alloc(body.length + 8);
	whole.writeUInt32BE(data.length, 0);
	body.copy(whole, 4);
	whole.writeUInt32BE(crc32(body), body.length + 4);
	return whole;
}
