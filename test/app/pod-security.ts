/** A container as far as the standard reads it. */
interface SecurityContext {
  readonly allowPrivilegeEscalation?: boolean;
  readonly privileged?: boolean;
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly procMount?: string;
  readonly seccompProfile?: { readonly type: string };
  readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
}

interface Container {
  readonly name: string;
  readonly ports?: readonly { readonly hostPort?: number }[];
  readonly securityContext?: SecurityContext;
}

/** A pod's `spec` as far as the standard reads it. */
export interface PodSpec {
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly hostIPC?: boolean;
  readonly securityContext?: SecurityContext & { readonly sysctls?: readonly unknown[] };
  readonly volumes?: readonly Readonly<Record<string, unknown>>[];
  readonly initContainers?: readonly Container[];
  readonly containers: readonly Container[];
}

const VOLUMES = new Set([
  'name',
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

/**
 * What the Pod Security standard "restricted" says against a pod.
 * Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function restrictedFaults(pod: PodSpec): string[] {
  const containers = [...(pod.initContainers ?? []), ...pod.containers];
  return [...podFaults(pod), ...containers.flatMap((one) => containerFaults(one, pod))];
}

function podFaults(pod: PodSpec): string[] {
  const isHost = pod.hostNetwork === true || pod.hostPID === true || pod.hostIPC === true;
  const volumes = (pod.volumes ?? []).flatMap((volume) => Object.keys(volume));
  return faults({
    'host namespaces': isHost,
    'volume types': volumes.some((type) => !VOLUMES.has(type)),
    sysctls: (pod.securityContext?.sysctls ?? []).length > 0,
    'pod runs as root': pod.securityContext?.runAsUser === 0,
  });
}

function containerFaults(container: Container, pod: PodSpec): string[] {
  const { name, securityContext: own = {} } = container;
  const { runAsNonRoot, runAsUser, seccompProfile } = { ...pod.securityContext, ...own };
  const { add = [], drop = [] } = own.capabilities ?? {};
  return faults({
    [`${name}: host access`]: reachesHost(container),
    [`${name}: privilege escalation`]: own.allowPrivilegeEscalation !== false,
    [`${name}: may run as root`]: runAsNonRoot !== true || runAsUser === 0,
    [`${name}: seccomp`]: !/^(?:RuntimeDefault|Localhost)$/.test(seccompProfile?.type ?? ''),
    [`${name}: capabilities`]:
      !drop.includes('ALL') || add.some((one) => one !== 'NET_BIND_SERVICE'),
  });
}

function reachesHost({ ports = [], securityContext = {} }: Container): boolean {
  const { privileged = false, procMount = 'Default' } = securityContext;
  const isOnHost = ports.some(({ hostPort = 0 }) => hostPort !== 0);
  return privileged || procMount !== 'Default' || isOnHost;
}

function faults(rules: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(rules).filter((rule) => rules[rule]);
}
