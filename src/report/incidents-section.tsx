export function IncidentsSection() {
  return null;
}
