/** The row to take the focus again when one comes back from the editor. One at a time, for the next register shown. */
let wanted: string | undefined;

export const wantRowFocus = (id: string): void => {
  wanted = id;
};
export function takeRowFocus(id: string | undefined): boolean {
  if (wanted === undefined || wanted !== id) return false;
  wanted = undefined;
  return true;
}
