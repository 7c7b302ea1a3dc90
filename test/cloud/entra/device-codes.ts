import type { Tenant } from '../directory/model.ts';
import type { SignIn, World } from '../world.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Authority } from './authority.ts';

type DeviceState =
  | { readonly kind: 'pending' }
  | { readonly kind: 'approved'; readonly signIn: SignIn; readonly tenant: Tenant }
  | { readonly kind: 'declined' }
  | { readonly kind: 'redeemed' };

/** One device-code sign-in on its way. */
export interface DeviceGrant {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly clientId: string;
  readonly authority: Authority;
  readonly scope: string;
  readonly claims: string | undefined;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly state: DeviceState;
  readonly lastPoll: number | undefined;
}

export type DeviceRequest = Pick<DeviceGrant, 'clientId' | 'authority' | 'scope' | 'claims'>;

export interface DeviceCodes {
  issue(request: DeviceRequest): DeviceGrant;
  findByUserCode(userCode: string): DeviceGrant | undefined;
  isOpen(grant: DeviceGrant): boolean;
  settle(userCode: string, state: DeviceState): void;
  expireAll(): void;
  /** One poll of the client's: the approved grant, or why not (yet). */
  poll(
    deviceCode: string,
    clientId: string,
  ): { readonly grant: DeviceGrant; readonly signIn: SignIn; readonly tenant: Tenant } | Refusal;
}

/** The device authorization grant, RFC 8628, with Entra ID's codes. */
export function createDeviceCodes(world: World): DeviceCodes {
  const byDeviceCode = new Map<string, DeviceGrant>();
  const deviceCodeOf = new Map<string, string>();

  const put = (grant: DeviceGrant): DeviceGrant => {
    byDeviceCode.set(grant.deviceCode, grant);
    return grant;
  };
  const findByUserCode = (userCode: string): DeviceGrant | undefined => {
    const plain = userCode.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
    return byDeviceCode.get(deviceCodeOf.get(plain) ?? '');
  };
  /** A second of grace: clients' timers fire early, and the way there takes its time. */
  const tooSoon = (grant: DeviceGrant): boolean => {
    const { deviceCodeInterval } = world.settings.current();
    const shortest = Math.max(deviceCodeInterval * 1000 - 1000, deviceCodeInterval * 500);
    return grant.lastPoll !== undefined && world.clock.now() - grant.lastPoll < shortest;
  };

  return {
    issue: (request) => {
      const deviceCode = world.secrets.create('DAQABIQEAAAB', 96);
      const userCode = world.secrets.createUserCode();
      deviceCodeOf.set(userCode, deviceCode);
      const expiresAt = world.clock.now() + world.settings.current().deviceCodeLifetime * 1000;
      const state = { kind: 'pending' } as const;
      return put({ ...request, deviceCode, userCode, expiresAt, state, lastPoll: undefined });
    },
    findByUserCode,
    isOpen: (grant) => grant.state.kind === 'pending' && world.clock.now() <= grant.expiresAt,
    settle: (userCode, state) => {
      const grant = findByUserCode(userCode);
      if (grant) put({ ...grant, state });
    },
    expireAll: () => {
      for (const grant of byDeviceCode.values()) put({ ...grant, expiresAt: 0 });
    },
    poll: (deviceCode, clientId) => {
      const grant = byDeviceCode.get(deviceCode);
      if (!grant || grant.clientId !== clientId) return refuse(70025);
      const early = tooSoon(grant);
      put({ ...grant, lastPoll: world.clock.now() });
      if (world.clock.now() > grant.expiresAt) return refuse(70020);
      switch (grant.state.kind) {
        case 'pending':
          return early ? refuse(700007) : refuse(70016);
        case 'declined':
          return refuse(70018);
        case 'redeemed':
          return refuse(70025);
        case 'approved':
          put({ ...grant, state: { kind: 'redeemed' } });
          return { grant, signIn: grant.state.signIn, tenant: grant.state.tenant };
      }
    },
  };
}
