/** `npm run dev`. */
/** @param {string[]} _args @returns {Promise<number>} */
export async function run(_args) {
  return 1;
}
