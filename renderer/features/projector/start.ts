/** Draws the page of the room, which stands outside the shell and knows no dossier. */
export async function startRoom(_root: HTMLElement): Promise<void> {}
