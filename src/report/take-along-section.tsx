export function TakeAlongSection() {
  return null;
}
