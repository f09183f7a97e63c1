/** A short, sayable reference such as HB-4F7K, never broken over two lines. */
export function Reference({ children }: { children: string }) {
  return <span className="accord-reference">{children}</span>
}
