/* global document, getComputedStyle, NodeFilter */
/**
 * What people cannot read of a part of the page, because it is cut off at its sides: the texts, and what
 * fields hold or show as an example.
 * @param {import('playwright-core').Locator} part
 * @param {string} [except] a selector of what is not looked at
 * @returns {Promise<string[]>}
 */
export async function cutTexts(part, except = ':not(*)') {
	return await part.evaluate((root, ignored) => {
		const TOLERANCE_PX = 1;
		const isSeen = (/** @type {Element} */ element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
		const found = [];

		const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		for (let text = texts.nextNode(); text; text = texts.nextNode()) {
			const parent = /** @type {Element} */ (text.parentElement);
			if (text.textContent?.trim() === '' || parent.closest(ignored) || !isSeen(parent)) continue;
			const range = document.createRange();
			range.selectNodeContents(text);
			const { left: start, right: end, width } = range.getBoundingClientRect();
			if (width === 0) continue;
			for (let box = /** @type {Element | null} */ (parent); box && root.contains(box); box = box.parentElement) {
				if (getComputedStyle(box).overflowX === 'visible') continue;
				const around = box.getBoundingClientRect();
				if (end > around.right + TOLERANCE_PX || start < around.left - TOLERANCE_PX) {
					found.push(String(text.textContent));
					break;
				}
			}
		}

		const ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
		for (const field of root.querySelectorAll('input')) {
			if (field.closest(ignored) || !isSeen(field)) continue;
			const style = getComputedStyle(field);
			ruler.font = style.font;
			const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
			const shown = field.value || field.placeholder;
			if (ruler.measureText(shown).width > room + TOLERANCE_PX) found.push(shown);
		}
		return found;
	}, except);
}
