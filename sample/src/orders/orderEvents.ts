import { Injectable } from '@nestjs/common';
import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import type { Producer } from 'kafkajs';
import type { StoredOrder } from './orderStore.js';

/** Tells the other services what happened to an order. Messages of one order keep their order. */
@Injectable()
export class OrderEvents implements OnModuleInit, OnModuleDestroy {
  constructor(private readonly producer: Producer) {}

  async onModuleInit(): Promise<void> {
    await this.producer.connect();
  }

  async onModuleDestroy(): Promise<void> {
    await this.producer.disconnect();
  }

  async received(order: StoredOrder): Promise<void> {
    await this.producer.send({
      topic: 'orders.received',
      messages: [{ key: order.id, value: JSON.stringify(order) }],
    });
  }
}
