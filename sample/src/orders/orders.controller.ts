import { randomUUID } from 'node:crypto';
import { BadRequestException, Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { OrderEvents } from './orderEvents.js';
import { OrderStore } from './orderStore.js';
import type { NewOrder, StoredOrder } from './orderStore.js';

@Controller('orders')
export class OrdersController {
  constructor(
    private readonly store: OrderStore,
    private readonly events: OrderEvents,
  ) {}

  /** Takes an order once: the same reference of the same shop gives the order that is already there. */
  @Post()
  async receive(@Body() body: NewOrder): Promise<StoredOrder> {
    if (body.lines.length === 0) throw new BadRequestException('an order needs at least one line');
    const { order, isNew } = await this.store.add(randomUUID(), body);
    if (isNew) await this.events.received(order);
    return order;
  }

  @Get(':id')
  async show(@Param('id') id: string): Promise<StoredOrder> {
    const order = await this.store.find(id);
    if (order === undefined) throw new NotFoundException();
    return order;
  }
}
