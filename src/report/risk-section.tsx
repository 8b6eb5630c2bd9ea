export function RiskSection() {
  return null;
}
