/** A file's name in whatever script; its ending stays at its end, also behind Arabic and digits. */
export function FileName({ name }: { readonly name: string }) {
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return <bdi>{name}</bdi>;
  return (
    <>
      <bdi>{name.slice(0, dot)}</bdi>
      <bdi dir="ltr">{name.slice(dot)}</bdi>
    </>
  );
}
