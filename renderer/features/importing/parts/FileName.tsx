/** A file's name in whatever script, with its ending behind it as lists of files have it, whatever digits stand between. */
export function FileName({ name }: { readonly name: string }) {
  const dot = name.lastIndexOf('.');
  const end = dot > 0 ? dot : name.length;
  return (
    <bdi dir="ltr">
      <bdi>{name.slice(0, end)}</bdi>
      {name.slice(end)}
    </bdi>
  );
}
